"""Marking a material or an answer as a trade secret while filing (行政许可法 Art. 5; domain.md §8.1).

The mark is fixed with the case: every clerk of it sees it, it goes up with the package, and its disclosure waits for
the applicant to be asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.locking import locked
from applications.lifecycle import CaseState
from applications.models import Application, ConfidentialClaim, Room
from applications.models.confidential_claim import Secret
from applications.queries.claims import claimable
from applications.rules import owns
from hall.accounts.models import User
from hall.clock import now
from hall.errors import Incomplete, NotFound, WrongState

LEAST_REASON, MOST_REASON = 4, 1000


@dataclass(frozen=True, slots=True)
class Claimed:
    """One mark as it is asked for; ``place`` is material.KEY or field.KEY."""

    place: str
    kind: str
    reason: str


def claim(uid: UUID, user: User, *, places: Sequence[str], kind: str, reason: str) -> list[ConfidentialClaim]:
    """Mark these with one reason; a thing marked before has the newer mark."""
    with locked(uid) as draft:
        known = _known(draft, user)
        wanted = [Claimed(place, kind, reason) for place in dict.fromkeys(places)]
        _check(wanted, known)
        return _mark(draft, wanted, known)


def unclaim(uid: UUID, user: User, *, place: str) -> None:
    """Take one mark back; without one nothing happens."""
    with locked(uid) as draft:
        _known(draft, user)
        target, _dot, key = place.partition(".")
        _drop(draft, target=target, key=key)


def restate_claims(uid: UUID, user: User, wanted: Sequence[Claimed]) -> list[ConfidentialClaim]:
    """Exactly these marks and no others: what a program sends, once or again."""
    with locked(uid) as draft:
        known = _known(draft, user)
        if wanted:
            _check(wanted, known)
        _drop(draft)
        return _mark(draft, wanted, known)


def fix_claims(draft: Application) -> None:
    """On filing: a mark on what these answers do not ask for marks nothing."""
    if draft.has_been_in(Room.CONFIDENTIAL):
        known = claimable(draft)
        for one in ConfidentialClaim.objects.filter(application=draft, withdrawn_at=None):
            if one.place not in known:
                _drop(draft, target=one.target, key=one.key)


def _known(draft: Application, user: User) -> dict[str, str]:
    if not owns(user, draft):
        raise NotFound(_("没有找到这个办件。"))
    if draft.state != CaseState.DRAFT:
        raise WrongState(_("这份申请已经提交，不能再标注或者取消标注。"))
    return claimable(draft)


def _check(wanted: Sequence[Claimed], known: Mapping[str, str]) -> None:
    problems: dict[str, list[str]] = {}
    if not wanted or any(one.place not in known for one in wanted):
        problems["places"] = [_("请从本申请的材料和填写内容中选择要标注的。")]
    if any(one.kind not in Secret.values for one in wanted):
        problems["kind"] = [_("请选择属于哪一种。")]
    if any(not LEAST_REASON <= len(one.reason.strip()) <= MOST_REASON for one in wanted):
        words = {"least": LEAST_REASON, "most": MOST_REASON}
        problems["reason"] = [_("请用 %(least)d 到 %(most)d 个字说明理由。") % words]
    if problems:
        raise Incomplete(_("标注还不完整。"), fields=problems)


def _mark(draft: Application, wanted: Sequence[Claimed], known: Mapping[str, str]) -> list[ConfidentialClaim]:
    made = []
    for one in wanted:
        target, _dot, key = one.place.partition(".")
        _drop(draft, target=target, key=key)
        made.append(
            ConfidentialClaim.objects.create(
                application=draft,
                target=target,
                key=key,
                name=known[one.place][:200],
                kind=one.kind,
                reason=one.reason.strip(),
            )
        )
    if made:
        draft.enter(Room.CONFIDENTIAL)
        draft.save(update_fields=["rooms"])
    return made


def _drop(draft: Application, **which: str) -> None:
    ConfidentialClaim.objects.filter(application=draft, withdrawn_at=None, **which).update(withdrawn_at=now())
