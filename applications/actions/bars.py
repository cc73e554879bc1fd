"""Setting and lifting bars (行政许可法 Art. 78, 79): by the law's own terms, for items of safety and no other.

``bar_for_fraud`` is for the deed that revokes a licence got by fraud; its bar is counted from the revocation.
"""

from calendar import isleap
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.events import BarLifted, BarSet
from applications.models import ApplicantBar, Application, BarKind, Room
from applications.queries.bars import bar_set_by
from applications.rules import may_lift_bar
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed, WrongState

YEARS: Mapping[BarKind, int] = {BarKind.FALSE_MATERIAL: 1, BarKind.FRAUD: 3}
BASIS: Mapping[BarKind, str] = {
    BarKind.FALSE_MATERIAL: "《中华人民共和国行政许可法》第七十八条",
    BarKind.FRAUD: "《中华人民共和国行政许可法》第七十九条",
}


def barred_until(start: date, kind: BarKind) -> date:
    """T14, T15: whole calendar years; the same day so many years on is the last barred one (民法典 Art. 201, 202)."""
    year = start.year + YEARS[kind]
    if (start.month, start.day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return start.replace(year=year)


def set_bar(application: Application, kind: BarKind, *, by: User, since: date | None = None) -> ApplicantBar | None:
    """Bar the applicant inside the deed that found the reason; None for an item that is none of safety."""
    if not application.spec.safety_related or not application.applicant_code_index:
        return None
    start = since or today()
    bar, _created = ApplicantBar.objects.get_or_create(
        application=application,
        kind=kind,
        defaults={
            "applicant_code_index": application.applicant_code_index,
            "catalog_code": application.offering.catalog_code,
            "barred_from": start,
            "barred_until": barred_until(start, kind),
            "basis": BASIS[kind],
            "set_by_uid": by.uid,
            "set_by_name": by.name,
            "set_at": now(),
        },
    )
    application.enter(Room.BAR)
    return bar


def check_heard(heard: str) -> None:
    """Art. 7: before a warning the applicant is heard; what was said, or that nothing was, stands in the paper."""
    if len(heard.strip()) < 4:
        words = [_("请写明听取陈述申辩的情况；没有提出的，写明已告知、未提出。")]
        raise Incomplete(_("给予警告前应当听取申请人的陈述和申辩。"), fields={"heard": words})


def tell_bar(bar: ApplicantBar | None, application: Application, *, by: User) -> None:
    """Announce it after the deed's own fact, as one more of the case."""
    if bar:
        announce(application, BarSet(bar=bar.uid, kind=bar.kind, until=bar.barred_until), by=by)


def bar_for_fraud(application: Application, *, by: User, since: date | None = None) -> ApplicantBar | None:
    """Art. 79: three years from the revocation; call it in that deed, which holds the case, after its own fact."""
    bar = set_bar(application, BarKind.FRAUD, by=by, since=since)
    tell_bar(bar, application, by=by)
    return bar


def lift_bar(uid: UUID, user: User, *, seen: int, reason: str) -> ApplicantBar:
    """Lift it before its time: its ground was found wrong by reconsideration, a court or the agency itself."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_lift_bar(user, handling):
            raise NotAllowed(_("只有承办机关的负责人可以解除再次申请的限制。"))
        check_opinion(reason)
        application = handling.application
        bar = bar_set_by(application)
        if bar is None:
            raise WrongState(_("本办件没有正在生效的再次申请限制。"))
        bar.lifted_at, bar.lift_reason = now(), reason
        bar.lifted_by_uid, bar.lifted_by_name = user.uid, user.name
        bar.save()
        announce(application, BarLifted(bar=bar.uid), by=user)
        return bar
