"""Who may do what with a disclosure (条例 Art. 17; 保密法 Art. 35).

Drafter, reviewer and signer are three people, and the head who approves is neither drafter nor reviewer.

Each bar tells why this person may not, or nothing: pages show it, deeds refuse with it.
"""

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hall.accounts.models import Duty, User
from hall.accounts.people import Visitor
from hall.accounts.rules import departments_of, has_duty
from hall.events.announcements import kind_of
from hall.events.models import Event
from hall.organisations.models import Hall
from tracking.disclosure.events import (
    ChangeReviewPassed,
    CorrectionProposed,
    PublishingAgainProposed,
    ReviewPassed,
    Rewritten,
    SentToReview,
)
from tracking.disclosure.lifecycle import DisclosureState
from tracking.disclosure.models import Disclosure

_WRITING = [kind_of(one) for one in (Rewritten, SentToReview, CorrectionProposed, PublishingAgainProposed)]
_PASSING = [kind_of(ReviewPassed), kind_of(ChangeReviewPassed)]
# A disclosure post serves a whole hall; a head approves what the own organ publishes.
_WHOLE_HALL = (Duty.DISCLOSER, Duty.SECRECY)


def halls_of(user: Visitor) -> QuerySet[Hall]:
    """The halls in which the visitor drafts, reviews or approves."""
    at = departments_of(user, *_WHOLE_HALL, Duty.HEAD)
    return Hall.objects.filter(pk__in=at.values("hall")).order_by("code")


def visible_to(user: Visitor) -> QuerySet[Disclosure]:
    whole, own = departments_of(user, *_WHOLE_HALL), departments_of(user, Duty.HEAD)
    return Disclosure.objects.filter(Q(hall__in=whole.values("hall")) | Q(department__in=own.values("pk")))


def drafting_bar(user: User, disclosure: Disclosure) -> Promise | None:
    """Why this person may not draft."""
    if not _holds(user, Duty.DISCLOSER, disclosure):
        return _("起草和确认公示内容由本大厅的公示起草人员办理。")
    if user.uid == disclosure.signer_uid:
        return _("您签发了这项决定，不能再起草它的公示，请由他人办理。")
    return None


def reviewing_bar(user: User, disclosure: Disclosure) -> Promise | None:
    """Why this person may not review: whoever wrote in the text or signed the decision has other eyes on it."""
    if not _holds(user, Duty.SECRECY, disclosure):
        return _("保密审查由本大厅的保密审查人员办理。")
    if user.uid == disclosure.signer_uid:
        return _("您签发了这项决定，不能再审查它的公示，请由他人办理。")
    if _wrote(user, disclosure):
        return _("您起草或者修改过这份公示，不能再审查，请由他人办理。")
    return None


def approving_bar(user: User, disclosure: Disclosure) -> Promise | None:
    """Why this person may not approve: whoever wrote in the text or passed the review has judged it already."""
    if not has_duty(user, Duty.HEAD, disclosure.department):
        return _("公开由作出决定的机关的负责人批准。")
    if _wrote(user, disclosure):
        return _("您起草或者修改过这份公示，不能再批准公开，请由他人办理。")
    if _did(user, disclosure, _PASSING):
        return _("您审查过这份公示，不能再批准公开，请由他人办理。")
    return None


def judging_bar(user: User, disclosure: Disclosure) -> Promise | None:
    """Why this person may not judge it where it lies now: in review, or before whoever approves."""
    asked = approving_bar if disclosure.state == DisclosureState.APPROVING else reviewing_bar
    return asked(user, disclosure)


def urgent_bar(user: User, disclosure: Disclosure) -> Promise | None:
    """Why this person may not take it back at once; drafters and reviewers may, whatever else they did with it."""
    if _holds(user, Duty.DISCLOSER, disclosure) or _holds(user, Duty.SECRECY, disclosure):
        return None
    return _("紧急撤下由本大厅的公示起草和保密审查人员办理。")


def _holds(user: User, duty: Duty, disclosure: Disclosure) -> bool:
    return departments_of(user, duty).filter(hall_id=disclosure.hall_id).exists()


def _wrote(user: User, disclosure: Disclosure) -> bool:
    """In any round: a text that came back once is still the same hand's."""
    return user.uid == disclosure.drafter_uid or _did(user, disclosure, _WRITING)


def _did(user: User, disclosure: Disclosure, kinds: list[str]) -> bool:
    return Event.objects.filter(subject_uid=disclosure.uid, kind__in=kinds, actor_uid=user.uid).exists()
