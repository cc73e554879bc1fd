"""Who may do what with a disclosure: drafter, reviewer and signer are three people (条例 Art. 17; 保密法 Art. 35).

Each bar tells why this person may not, or nothing: pages show it, deeds refuse with it.
"""

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hall.accounts.models import Duty, User
from hall.accounts.people import Visitor
from hall.accounts.rules import departments_of
from hall.events.announcements import kind_of
from hall.events.models import Event
from hall.organisations.models import Hall
from tracking.disclosure.events import Rewritten, SentToReview
from tracking.disclosure.models import Disclosure

_WRITING = [kind_of(Rewritten), kind_of(SentToReview)]


def halls_of(user: Visitor) -> QuerySet[Hall]:
    """The halls in which the visitor drafts or reviews: a disclosure post serves a whole hall."""
    at = departments_of(user, Duty.DISCLOSER, Duty.SECRECY)
    return Hall.objects.filter(pk__in=at.values("hall")).order_by("code")


def visible_to(user: Visitor) -> QuerySet[Disclosure]:
    return Disclosure.objects.filter(hall__in=halls_of(user))


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


def _holds(user: User, duty: Duty, disclosure: Disclosure) -> bool:
    return departments_of(user, duty).filter(hall_id=disclosure.hall_id).exists()


def _wrote(user: User, disclosure: Disclosure) -> bool:
    """In any round: a text that came back once is still the same hand's."""
    if user.uid == disclosure.drafter_uid:
        return True
    written = Event.objects.filter(subject_uid=disclosure.uid, kind__in=_WRITING)
    return written.filter(actor_uid=user.uid).exists()
