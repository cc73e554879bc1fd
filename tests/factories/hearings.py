"""A hearing at any point of its life, brought there by the real deeds. The test needs the ``city`` fixture.

hearing = told_hearing(accepted_case())          # both sides told of the right
hearing = requested_hearing(handling)            # the applicant asked
hearing = scheduled_hearing(handling)            # day, place, presider
hearing = recorded_hearing(handling)             # held, recorded, signed
"""

from datetime import datetime, timedelta
from typing import Any

from applications.actions.hearings.holding import hold_hearing, record_hearing, weigh_hearing
from applications.actions.hearings.ordering import order_hearing
from applications.actions.hearings.requesting import request_hearing
from applications.actions.hearings.scheduling import schedule_hearing
from applications.actions.hearings.telling import Interested, tell_hearing_right
from applications.models import Hearing, HearingGround, HearingParty, PartyRole
from hall.clock import SHANGHAI, freeze, now
from tests.factories.answers import pdf
from tests.factories.cases import clerk, fresh, seen
from tests.factories.snapshots import kept

NEIGHBOUR = Interested("邻居王某", "13900000001")
REASON = "浴室锅炉房紧邻居民楼，涉及相邻权利人的采光和安宁。"
ADOPTION = "采纳了相邻权利人关于排气口位置的意见，其他意见与许可条件无关，不予采纳。"


@kept
def told_hearing(handling: Any, *, interested: Any = (NEIGHBOUR,)) -> Hearing:
    return tell_hearing_right(
        handling.uid, clerk(handling, "examiner"), seen=seen(handling), reason=REASON, interested=interested
    )


@kept
def requested_hearing(handling: Any) -> Hearing:
    told_hearing(handling)
    return request_hearing(handling.application.uid, handling.application.applicant, seen=seen(handling))


@kept
def ordered_hearing(handling: Any, *, ground: str = HearingGround.PUBLIC_INTEREST, by: str = "signer") -> Hearing:
    return order_hearing(
        handling.uid, clerk(handling, by), seen=seen(handling), ground=ground, reason="涉及公共利益，社会关注度高。"
    )


@kept
def schedule(handling: Any, hearing: Hearing, *, in_days: int = 20, by: str = "examiner", **more: Any) -> Any:
    presider = more.pop("presider", None) or clerk(handling, "window")
    starts_at = more.pop("starts_at", None) or day_after(in_days)
    return schedule_hearing(
        handling.uid,
        clerk(handling, by),
        seen=seen(handling),
        hearing=hearing.uid,
        matter="浴室经营对相邻居民的影响",
        starts_at=starts_at,
        place="渝中区和平路1号201会议室",
        presider=presider.uid,
        **more,
    )


@kept
def scheduled_hearing(handling: Any, **more: Any) -> Hearing:
    hearing = requested_hearing(handling)
    schedule(handling, hearing, **more)
    return again(hearing)


@kept
def held_hearing(handling: Any, hearing: Hearing) -> Hearing:
    sitting = hearing.sittings.get(replaced_at=None)
    with freeze(sitting.starts_at + timedelta(hours=2)):
        return hold_hearing(
            handling.uid,
            clerk(handling, "examiner"),
            seen=seen(handling),
            hearing=hearing.uid,
            attended="张小满，申请人的法定代表人\n王某，利害关系人",
        )


@kept
def record(handling: Any, hearing: Hearing, **more: Any) -> Hearing:
    written = {"record": "双方就排气口位置进行了质证，申请人同意调整。", "confirmed": True, "file": pdf(), **more}
    return record_hearing(
        handling.uid, clerk(handling, "examiner"), seen=seen(handling), hearing=hearing.uid, **written
    )


@kept
def recorded_hearing(handling: Any, hearing: Hearing | None = None) -> Hearing:
    hearing = hearing or scheduled_hearing(handling)
    held_hearing(handling, hearing)
    with freeze(after(hearing)):
        return record(handling, hearing)


@kept
def weigh(handling: Any, hearing: Hearing, adoption: str = ADOPTION) -> Hearing:
    return weigh_hearing(
        handling.uid, clerk(handling, "signer"), seen=seen(handling), hearing=hearing.uid, adoption=adoption
    )


def after(hearing: Hearing) -> datetime:
    """The day after the hearing."""
    return hearing.sittings.get(replaced_at=None).starts_at + timedelta(days=1)


def day_after(days: int) -> datetime:
    day = now().astimezone(SHANGHAI) + timedelta(days=days)
    return day.replace(hour=9, minute=30, second=0, microsecond=0)


def own_party(hearing: Hearing) -> HearingParty:
    return hearing.parties.get(role=PartyRole.APPLICANT)


def neighbour(hearing: Hearing) -> HearingParty:
    return hearing.parties.get(role=PartyRole.INTERESTED)


def again(hearing: Hearing) -> Hearing:
    return Hearing.objects.get(pk=hearing.pk)


def case_of(hearing: Hearing) -> Any:
    return fresh(hearing.handling)
