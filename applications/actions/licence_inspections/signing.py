"""Signing the record of an inspection; the last signature archives it (行政许可法 Art. 61).

Archived, it is a numbered paper that changes no more: the holder is told, what is to be mended gets its due date, and
the public register hears of it. Until then whoever wrote it down may discard it and write it again.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from applications import deadlines
from applications.actions.errands import close_errands, open_errand
from applications.actions.licence_locking import locked_licence
from applications.actions.paperwork import case_facts, draft
from applications.actions.telling import LICENCE, tell_applicant
from applications.documents.builders import LicenceInspectionRecord, Officer, Photograph
from applications.events import LicenceInspectionArchived, LicenceInspectionDiscarded, LicenceInspectionSigned
from applications.models import (
    Confirmation,
    Exhibit,
    Handling,
    InspectionReason,
    InspectionResult,
    Licence,
    LicenceInspection,
    Matter,
    Mending,
)
from applications.queries.exhibits import exhibits_of
from applications.queries.granting_part import granting_part
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.clock import SHANGHAI, now, today
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.workdays.arithmetic import Limit
from hall.workdays.calendars import calendar_for

_TOLD = gettext_lazy("您持有的《%(name)s》（%(number)s）监督检查结果：%(result)s。%(told)s")
_MEND = gettext_lazy("您持有的《%(name)s》（%(number)s）监督检查结果：%(result)s。%(told)s请在%(due)s前改正。")


def signature_of(user: User) -> dict[str, str]:
    return {"uid": str(user.uid), "name": user.name, "at": now().astimezone(SHANGHAI).isoformat(timespec="seconds")}


def sign_licence_inspection(uid: UUID, user: User, *, seen: int, inspection: UUID) -> LicenceInspection:
    """By an officer who went; the last of them archives it."""
    with locked_licence(uid, seen=seen) as licence:
        found = _open_one(licence, inspection)
        if user.uid not in found.officer_uids:
            raise NotAllowed(_("只有参加检查的人员可以签署。"))
        if found.has_signed(user.uid):
            raise WrongState(_("您已经签署了这份监督检查记录。"))
        found.signatures = [*found.signatures, signature_of(user)]
        if found.unsigned:
            found.save()
            announce(licence, LicenceInspectionSigned(inspection=found.uid), by=user)
            return found
        _archive(licence, found, user)
        fact = LicenceInspectionArchived(inspection=found.uid, result=str(found.result))
        announce(licence, fact, by=user)
        return found


def discard_licence_inspection(
    uid: UUID, user: User, *, seen: int, inspection: UUID, reason: str
) -> LicenceInspection:
    """What was written wrongly is kept and counts no more; a new record is written instead."""
    with locked_licence(uid, seen=seen) as licence:
        found = _open_one(licence, inspection)
        if user.uid not in found.officer_uids:
            raise NotAllowed(_("只有参加检查的人员可以作废这份记录。"))
        if len(reason.strip()) < 4:
            raise Incomplete(_("请写明原因。"), fields={"reason": [_("请写明具体内容（至少4个字）。")]})
        found.discarded_at, found.discard_reason = now(), reason.strip()
        found.save()
        close_errands(found.uid, by=user)
        announce(licence, LicenceInspectionDiscarded(inspection=found.uid), by=user)
        return found


def _open_one(licence: Licence, uid: UUID) -> LicenceInspection:
    found = licence.inspections.select_for_update().filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这份监督检查记录。"))
    if not found.is_open:
        raise WrongState(_("这份监督检查记录已经归档或者作废，不能再改动。"))
    return found


def _archive(licence: Licence, inspection: LicenceInspection, user: User) -> None:
    part = granting_part(licence)
    due = _due(licence, inspection)
    close_errands(inspection.uid, by=user)
    files = exhibits_of([inspection.uid]).get(inspection.uid, [])
    inspection.archived_at = now()
    inspection.paper = draft(_paper(licence, part, inspection, due, files), part, officer=user)
    inspection.save()
    if due and inspection.mend_days:
        mending = Mending.objects.create(inspection=inspection, due=due)
        limit = Limit(inspection.mend_days, "working")
        open_errand(
            part,
            Duty.EXAMINER,
            Matter.CHECK_MENDED,
            mending.uid,
            since=today(),
            limit=limit,
            department=licence.issuer,
        )
    _tell(licence, inspection, due)


def _due(licence: Licence, inspection: LicenceInspection) -> Any:
    """Counted from the day on which the holder is told."""
    if not inspection.mend_days:
        return None
    calendar = calendar_for(licence.hall.code)
    return deadlines.period_of(today(), Limit(inspection.mend_days, "working"), calendar).due


def _tell(licence: Licence, inspection: LicenceInspection, due: Any) -> None:
    with override("zh-hans"):
        words: dict[str, Any] = {"name": licence.name, "number": licence.number, "told": inspection.told}
        words["result"] = str(InspectionResult(inspection.result).label)
        if due:
            words["due"] = due
        text = _MEND if due else _TOLD
        tell_applicant(licence.application, LICENCE, text, key=f"licence_inspection:{inspection.uid}", **words)


@override("zh-hans")
def _paper(
    licence: Licence, part: Handling, inspection: LicenceInspection, due: Any, files: Sequence[Exhibit]
) -> LicenceInspectionRecord:
    return LicenceInspectionRecord(
        case_facts(part),
        licence_name=licence.name,
        licence_no=licence.number,
        reason=str(InspectionReason(inspection.reason).label),
        held_at=inspection.held_at,
        place=inspection.place,
        officers=tuple(Officer(one["name"], one["number"]) for one in inspection.officers),
        found=inspection.facts,
        result=str(InspectionResult(inspection.result).label),
        told=inspection.told,
        mend_by=due,
        passed_to=inspection.passed_to,
        confirmation=str(Confirmation(inspection.confirmation).label),
        confirmed_by=inspection.confirmed_by,
        remark=inspection.remark,
        photographs=tuple(Photograph(one.file.given_name, one.file.sm3) for one in files),
    )
