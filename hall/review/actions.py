"""The check before publication: one drafts, another judges; findings of the sweep wait for a word each.

Who may judge at all (the duty of secrecy or disclosure) is asked by the caller; that it is another person than the
drafter holds here, for every kind of subject.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hall.actor import Actor
from hall.audit.trail import record
from hall.clock import now
from hall.errors import Incomplete, Invalid, NotAllowed, WrongState
from hall.organisations.remembered import hall_with_code
from hall.review.digest import digest_of
from hall.review.models import Review, ReviewState
from hall.review.sweep import sweep_fields


def open_review(kind: str, *, subject_uid: UUID, hall_code: str, drafter: Actor, texts: Mapping[str, str]) -> Review:
    """Hand ``texts`` over for review; WrongState when one of the same subject is still open."""
    try:
        with transaction.atomic():
            review = Review.objects.create(
                kind=kind,
                subject_uid=subject_uid,
                hall=hall_with_code(hall_code),
                digest=digest_of(texts),
                findings=sweep_fields(texts),
                drafted_by_uid=drafter.uid,
                drafted_by_name=drafter.name,
            )
            _record("review.opened", review, drafter)
    except IntegrityError as problem:
        raise WrongState(_("该内容已经提交审查，尚未审结。")) from problem
    return review


def resolve_finding(review: Review, place: int, actor: Actor, resolution: str) -> Review:
    """Say why a finding may stay (an office phone, a number of the organ itself)."""
    if not resolution.strip():
        raise Invalid(_("请说明该处为何可以公开。"), fields={"resolution": [_("请说明该处为何可以公开。")]})
    with _held(review) as held:
        if not 0 <= place < len(held.findings):
            raise Invalid(_("没有找到这条筛查结果。"))
        held.findings[place] |= {"resolution": resolution.strip()[:500], "resolved_by": actor.name}
        held.save(update_fields=["findings"])
        _record("review.finding_resolved", held, actor)
    return held


def resolve_findings(review: Review, actor: Actor, resolutions: Mapping[int, str], asked: str) -> Review:
    """Say it of every finding, by its place; ``asked`` stands beside each that is left without a word."""
    silent = [place for place, _found in enumerate(review.findings) if not resolutions.get(place, "").strip()]
    if silent:
        raise Incomplete(
            _("自动筛查发现的每一处都要先处理：退回修改，或者说明可以公开的理由。"),
            fields={f"finding_{place}": [asked] for place in silent},
        )
    for place in range(len(review.findings)):
        review = resolve_finding(review, place, actor, resolutions[place])
    return review


def pass_review(review: Review, actor: Actor, remark: str = "", *, texts: Mapping[str, str] | None = None) -> Review:
    """Let it be published. ``texts`` is what the checker has before the eyes; if it changed, a new review is due."""
    with _held(review) as held:
        _second_pair_of_eyes(held, actor)
        if unresolved(held):
            raise Incomplete(_("自动筛查发现的每一处都要先处理：修改内容，或说明可以公开的理由。"))
        if texts is not None and digest_of(texts) != held.digest:
            raise WrongState(_("内容在提交审查后被修改，请重新提交审查。"))
        _judge(held, actor, ReviewState.PASSED, remark)
    return held


def refuse_review(review: Review, actor: Actor, remark: str) -> Review:
    """Send it back to its drafter with a reason."""
    if not remark.strip():
        raise Invalid(_("请写明审查未通过的原因。"), fields={"remark": [_("请写明审查未通过的原因。")]})
    with _held(review) as held:
        _second_pair_of_eyes(held, actor)
        _judge(held, actor, ReviewState.REFUSED, remark)
    return held


def hand_on(review: Review, kind: str) -> Review:
    """What one checker passed, before the next pair of eyes: the same digest, the findings with their words.

    Whoever passed it stands as the one who hands it over, so that the next cannot be the same person.
    """
    assert review.checked_by_uid is not None, "only what was passed is handed on"
    handed = Review.objects.create(
        kind=kind,
        subject_uid=review.subject_uid,
        hall=review.hall,
        digest=review.digest,
        findings=review.findings,
        drafted_by_uid=review.checked_by_uid,
        drafted_by_name=review.checked_by_name,
    )
    _record("review.handed_on", handed, Actor(review.checked_by_uid, review.checked_by_name))
    return handed


def void_review(review: Review, remark: str) -> None:
    """The text was replaced while it was looked at: nobody judged it, and a new review may be opened."""
    with _held(review) as held:
        held.state, held.remark, held.checked_at = ReviewState.REFUSED, remark, now()
        held.save(update_fields=["state", "remark", "checked_at"])
        _record("review.voided", held, None)


def unresolved(review: Review) -> int:
    """How many findings still wait for a word."""
    return sum(not finding["resolution"] for finding in review.findings)


@contextmanager
def _held(review: Review) -> Iterator[Review]:
    """The row under lock, still open; the second of two checkers learns what the first one did."""
    with transaction.atomic():
        held = Review.objects.select_for_update(of=("self",)).select_related("hall").get(pk=review.pk)
        if held.state != ReviewState.OPEN:
            words = {"name": held.checked_by_name, "state": held.get_state_display()}
            raise WrongState(_("该审查已经办结。"), happened=[_("%(name)s：%(state)s") % words])
        yield held


def _second_pair_of_eyes(review: Review, actor: Actor) -> None:
    if actor.uid == review.drafted_by_uid:
        raise NotAllowed(_("起草人不能审查自己起草的内容，请由他人审查。"))


def _judge(review: Review, actor: Actor, state: ReviewState, remark: str) -> None:
    review.state, review.remark, review.checked_at = state, remark.strip()[:1000], now()
    review.checked_by_uid, review.checked_by_name = actor.uid, actor.name
    review.save(update_fields=["state", "remark", "checked_at", "checked_by_uid", "checked_by_name"])
    _record(f"review.{state}", review, actor)


def _record(action: str, review: Review, actor: Actor | None) -> None:
    changes = {"state": review.state, "remark": review.remark}
    record(action, actor=actor, hall_code=review.hall.code, subject_uid=review.subject_uid, changes=changes)
