"""Joint handling on a case page: opinions for the lead, a task for each department, progress for the applicant."""

from django.utils.translation import gettext as _

from applications.models import Application, Handling, Room
from applications.queries.annexes.annex import Annex
from applications.queries.mine import holder_of
from applications.queries.parts import parts_of
from hall.catalogue.spec import said


def for_handling(handling: Handling) -> Annex | None:
    application = handling.application
    if not application.has_been_in(Room.JOINT):
        return None
    if not handling.is_lead:
        return _task(handling)
    # Art. 35: above, the opinions stand in the package and nowhere else.
    above = application.spec.is_two_level and handling.level == "city"
    parts = [] if above else parts_of(application)
    return Annex("joint", _("联合办理"), "applications/annexes/joint.html", parts) if parts else None


def _task(handling: Handling) -> Annex:
    """What this department is to examine, and for whom."""
    part, lead = handling.joint_part, holder_of(handling.application)
    content = {
        "title": said(part.title) if part else "",
        "standard": said(part.standard) if part else "",
        "lead": lead.department if lead else None,
    }
    return Annex("joint", _("本部门的联办任务"), "applications/annexes/joint_task.html", content)


def for_case(application: Application) -> Annex | None:
    parts = parts_of(application)
    return Annex("joint", _("联合办理"), "applications/annexes/joint_progress.html", parts) if parts else None
