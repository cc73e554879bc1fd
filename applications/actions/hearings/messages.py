"""What the applicant reads in their space about a hearing; the papers themselves lie with the case."""

from django.utils.translation import gettext_lazy as _

from applications.models import Application
from hall.notifications.actions import notify
from hall.notifications.kinds import Kind

HEARING = Kind("applications.hearing", _("听证"))


def tell_applicant(application: Application, text: str, *, key: str) -> None:
    """Inside the deed's transaction; the same key is told once."""
    notify(
        application.applicant,
        HEARING,
        text,
        key=key,
        hall=application.hall,
        route="apply:case",
        subject_uid=application.uid,
    )
