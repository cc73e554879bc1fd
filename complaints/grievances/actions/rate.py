"""Rating the answer: once, by the person who wrote, signed in or with the query code (domain.md §7.2, stage 7)."""

from uuid import UUID

from django.utils.translation import gettext as _

from complaints.grievances.actions.locking import locked
from complaints.grievances.events import GrievanceRated
from complaints.grievances.models import Grievance, Satisfaction
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import Invalid, NotFound


def rate(uid: UUID, *, user: User | None, proven: bool, satisfaction: int, comment: str = "") -> Grievance:
    """``proven`` says that number and query code were shown in this visit."""
    with locked(uid) as grievance:
        owner = user is not None and grievance.complainant_id == user.pk
        if not (owner or proven):
            raise NotFound(_("没有找到这件建议投诉。"))
        if satisfaction not in Satisfaction.values:
            raise Invalid(_("请选择满意程度。"), fields={"satisfaction": [_("请选择。")]})
        grievance.satisfaction, grievance.rating_comment = satisfaction, comment.strip()[:500]
        grievance.rate(at=now())
        announce(grievance, GrievanceRated(satisfaction=satisfaction), by=user if owner else None)
        return grievance
