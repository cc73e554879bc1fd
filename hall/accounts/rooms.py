"""The rooms of staff that settings name, each with the duties that open it: nobody is shown a door that is shut."""

from django.conf import settings

from hall.accounts.people import Visitor
from hall.accounts.rules import has_duty, is_staff


def rooms_of(user: Visitor) -> list[tuple[str, str]]:
    """Label and url name of the rooms where this person has work; one without duties is open to all staff."""
    if not is_staff(user):
        return []
    return [
        (label, name)
        for label, name, *duties in settings.HALL_STAFF_NAVIGATION
        if not duties or any(has_duty(user, duty) for duty in duties)
    ]
