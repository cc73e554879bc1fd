"""Who may be granted what not everybody can have (行政许可法 Art. 53, 54, 57): awards, exams, and the order of a quota.

A quota counts decisions; nothing is decremented. The order is that of acceptance (accepted on, received at, sequence);
a case deemed accepted stands at its day of receipt, also before anybody noticed. There is no way round it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from applications.hearing_lifecycle import OPEN_HEARING
from applications.lifecycle import CaseState
from applications.models import (
    IN_FORCE,
    AllocationKind,
    AllocationResult,
    Application,
    Decision,
    Handling,
    Hearing,
    Purpose,
    Room,
)
from applications.queries.dues import receipt_day
from hall.catalogue.models import Offering
from hall.catalogue.spec import DenialGround, Quota
from hall.clock import SHANGHAI, now, today

KINDS = {"bid_auction": AllocationKind.AWARD, "exam": AllocationKind.EXAM}
# Art. 57, as a denial quotes it.
ORDER = "《中华人民共和国行政许可法》第五十七条"
AWARD = "《中华人民共和国行政许可法》第五十三条"
EXAM = "《中华人民共和国行政许可法》第五十四条"
Place = tuple[date, datetime, int]
LAST = 2**31


@dataclass(frozen=True, slots=True)
class Ahead:
    """The undecided cases before one: ``owed`` are decided first, for ``reserved`` a place is kept."""

    owed: list[str]
    reserved: int


def result_of(application: Application) -> AllocationResult | None:
    if not application.has_been_in(Room.ALLOCATION):
        return None
    return AllocationResult.objects.filter(application=application, replaced_at=None).first()


def places_left(offering_id: int, quota: Quota) -> int:
    """How many may still be granted now; never less than none."""
    return max(quota.number - taken(offering_id, quota).count(), 0)


def taken(offering_id: int, quota: Quota, *, at: datetime | None = None) -> QuerySet[Decision]:
    """The grants that count: of the year or month, or of those whose licence is in force or still to be made.

    A renewal, change or replacement keeps the place of its licence and takes no other; a licence that went over to
    somebody else left its place to the new one.
    """
    moment = (at or now()).astimezone(SHANGHAI)
    granted = Decision.objects.filter(application__offering_id=offering_id, granted=True, decided_at__lte=moment)
    if quota.period == "total":
        gone_over = Q(application__purpose=Purpose.TRANSFER, application__licence__isnull=False)
        granted = granted.filter(Q(application__purpose=Purpose.NEW) | gone_over)
        unmade, day = Q(application__licence=None), moment.date()
        ended = ~unmade & (Q(application__licence__valid_to__lt=day) | ~Q(application__licence__state__in=IN_FORCE))
        return granted.exclude(ended).exclude(unmade & Q(valid_to__lt=day))
    granted = granted.filter(application__purpose=Purpose.NEW)
    start = moment.replace(month=1 if quota.period == "year" else moment.month, day=1, hour=0, minute=0, second=0)
    return granted.filter(decided_at__gte=start.replace(microsecond=0))


def place_of(application: Application) -> Place:
    """Its place in the order; a case that is not accepted yet comes after all that are."""
    assert application.received_at is not None
    if application.accepted_on:
        return application.accepted_on, application.received_at, application.acceptance_sequence or LAST
    if _accepted_by_silence(application):
        return receipt_day(application), application.received_at, LAST
    return today(), application.received_at, LAST


def _accepted_by_silence(application: Application) -> bool:
    due = application.settle_at
    return bool(application.state == CaseState.RECEIVED and due and due <= now())


def ahead_of(application: Application) -> Ahead:
    """Who stands before this case in the order of acceptance and has no decision."""
    waiting = Application.objects.filter(offering_id=application.offering_id, purpose=Purpose.NEW)
    waiting = waiting.exclude(pk=application.pk)
    silent = Q(state=CaseState.RECEIVED, settle_at__lte=now())
    undecided = waiting.filter(Q(state=CaseState.ACCEPTED) | silent).order_by("accepted_on", "received_at", "id")
    own = place_of(application)
    before = [one for one in undecided.defer("answers", "personal_answers") if place_of(one) < own]
    kept = _with_a_place_kept(before)
    return Ahead([one.case_no or "" for one in before if one.pk not in kept], len(kept))


def _with_a_place_kept(cases: list[Application]) -> set[int]:
    """Those that cannot be decided yet through no neglect (a hearing, a special procedure), or seem not to qualify."""
    stopped = [one.pk for one in cases if one.has_been_in(Room.SUSPENSION)]
    heard = [one.pk for one in cases if one.has_been_in(Room.HEARING)]
    kept = set(
        Application.objects.filter(
            pk__in=stopped, suspensions__begun_on__isnull=False, suspensions__ended_on=None
        ).values_list("pk", flat=True)
    )
    kept |= set(
        Hearing.objects.filter(application__in=heard, state__in=OPEN_HEARING).values_list("application", flat=True)
    )
    return kept | {one.pk for one in cases if one.pk not in kept and _found_wanting(one)}


def _found_wanting(application: Application) -> bool:
    """The examiner found the conditions not met; the signer has not decided yet, so the place is kept all the same."""
    handlings = Handling.objects.filter(application=application)
    last = handlings.filter(steps__kind="review", steps__ended_at__isnull=False).order_by("-steps__id")
    return last.values_list("steps__favourable", flat=True).first() is False


def against_quota(handling: Handling) -> Iterator[str]:
    """Why this case cannot be granted now; case numbers and counts, nobody's name."""
    quota = handling.application.spec.quota
    if quota is None or handling.application.purpose != Purpose.NEW:
        return
    ahead, left = ahead_of(handling.application), places_left(handling.application.offering_id, quota)
    if left == 0:
        yield _("本事项的数量已经用完（《行政许可法》第五十七条）")
    elif ahead.owed:
        words = {"numbers": _("、").join(ahead.owed)}
        yield _("受理在先的办件还没有作出决定，不能越过：%(numbers)s（《行政许可法》第五十七条）") % words
    elif left <= ahead.reserved:
        counts = {"left": left, "reserved": ahead.reserved}
        yield _("剩余%(left)d个名额，须为%(reserved)d个受理在先、未决定的办件保留（《行政许可法》第五十七条）") % counts


def grounds_offered(handling: Handling) -> list[DenialGround]:
    """The reasons for a denial that follow from the allocation itself, ready to be picked."""
    spec, offered = handling.application.spec, []
    new = handling.application.purpose == Purpose.NEW
    if spec.quota and new and places_left(handling.application.offering_id, spec.quota) == 0:
        text = "本行政许可有数量限制，数量已经由受理在先、符合条件的申请人用完。"
        offered.append(DenialGround(key="quota_exhausted", text=text, basis=ORDER))
    result = result_of(handling.application) if spec.allocation != "ordinary" else None
    if result and not result.favourable and spec.allocation == "bid_auction":
        text = f"依照招标、拍卖程序，“{result.reference}”的中标人、买受人已经确定为他人。"
        offered.append(DenialGround(key="not_awarded", text=text, basis=AWARD))
    if result and not result.favourable and spec.allocation == "exam":
        text = f"申请人在“{result.reference}”中的考试（考核）结果不合格。"
        offered.append(DenialGround(key="exam_failed", text=text, basis=EXAM))
    return offered


def places_on_guide(offering: Offering) -> str:
    """What the guide tells of a quota: how many there are, and how many are left today."""
    quota = offering.version.spec.quota
    if quota is None:
        return ""
    words = {"number": quota.number, "left": places_left(offering.pk, quota)}
    told = {
        "year": _("本年度共%(number)d个，剩余%(left)d个。"),
        "month": _("本月共%(number)d个，剩余%(left)d个。"),
        "total": _("同时有效的共%(number)d个，剩余%(left)d个。"),
    }
    return told[quota.period] % words + _("符合条件的，按受理申请的先后顺序作出决定（《行政许可法》第五十七条）。")
