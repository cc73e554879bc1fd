"""Writing down one inspection of a licence (行政许可法 Art. 61): by two officers or more who were there.

Whoever writes it down went and signs by that; the others sign what they read. Until then it binds nobody.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions import exhibits
from applications.actions.errands import open_errand
from applications.actions.late_entry import tell_late_entry_of_licence
from applications.actions.licence_inspections.checking import check_result, check_told
from applications.actions.licence_inspections.signing import signature_of
from applications.actions.licence_locking import locked_licence
from applications.actions.visiting import check_confirmed
from applications.events import LicenceInspected
from applications.models import Handling, InspectionReason, InspectionResult, Licence, LicenceInspection, Matter
from applications.models.visit import LEAST_OFFICERS
from applications.queries.granting_part import granting_part
from applications.queries.licences import watched_licence
from applications.queries.officers import officers_at
from applications.rules import INSPECTING, may_inspect_licence
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.clock import local_date
from hall.errors import Incomplete, Invalid, NotAllowed


def record_licence_inspection(
    uid: UUID,
    user: User,
    *,
    seen: int,
    reason: InspectionReason,
    held_at: datetime,
    place: str,
    officers: Sequence[UUID],
    facts: str,
    result: InspectionResult,
    confirmation: str,
    problem: str = "",
    mend_days: int | None = None,
    passed_to: str = "",
    confirmed_by: str = "",
    remark: str = "",
    photographs: Sequence[Any] = (),
) -> LicenceInspection:
    files = _take(photographs, user, uid)
    with locked_licence(uid, seen=seen) as licence:
        _check_right(user, licence)
        check_told(licence, held_at, place, facts)
        check_result(result, problem, mend_days, passed_to)
        check_confirmed(confirmation, confirmed_by, remark)
        went = _officers(licence, officers, user)
        part = granting_part(licence)
        mends = result == InspectionResult.MEND
        inspection = LicenceInspection.objects.create(
            licence=licence,
            reason=reason,
            held_at=held_at,
            place=place.strip(),
            officers=[{"uid": str(one.uid), "name": one.name, "number": one.enforcement_no} for one in went],
            officer_uids=[one.uid for one in went],
            facts=facts.strip(),
            result=result,
            told=problem.strip(),
            mend_days=mend_days if mends else None,
            passed_to=passed_to.strip() if result == InspectionResult.ENFORCE else "",
            confirmation=confirmation,
            confirmed_by=confirmed_by.strip(),
            remark=remark.strip(),
            recorded_by_uid=user.uid,
            recorded_by_name=user.name,
            signatures=[signature_of(user)],
        )
        exhibits.put_in(part, inspection.uid, files)
        _wait_for_signature(part, inspection, next(one for one in went if one.uid != user.uid))
        announce(licence, LicenceInspected(inspection=inspection.uid), by=user)
        tell_late_entry_of_licence(licence, local_date(held_at), by=user)
        return inspection


def _check_right(user: User, licence: Licence) -> None:
    if not may_inspect_licence(user, licence):
        raise NotAllowed(_("只有发证机关有执法证号的人员可以记录监督检查。"))


def _take(uploads: Sequence[Any], user: User, uid: UUID) -> Any:
    """Outside the lock: a slow scanner holds nobody up; and nothing is kept for whoever may not write."""
    if not uploads:
        return []
    licence = watched_licence(user, uid)
    _check_right(user, licence)
    return exhibits.take(uploads, hall_code=licence.hall.code, owner_uid=user.uid, place="photographs")


def _officers(licence: Licence, uids: Sequence[UUID], user: User) -> list[User]:
    found = list(officers_at(licence.issuer_id).filter(uid__in=set(uids)))
    if len(found) < len(set(uids)):
        told = _("检查人员应当是本部门在职、有执法证号的人员。")
        raise Invalid(told, fields={"officers": [told]})
    if len(found) < LEAST_OFFICERS or user not in found:
        told = _("监督检查应当由两名以上执法人员进行，记录人是其中之一。")
        raise Incomplete(told, fields={"officers": [told]})
    return found


def _wait_for_signature(part: Handling, inspection: LicenceInspection, officer: User) -> None:
    """On the desk of whoever went along, by a duty that they hold here."""
    department = inspection.licence.issuer
    held = [Duty(duty) for duty, place in sorted(officer.duties_held) if place == department.pk and duty in INSPECTING]
    duty = held[0] if held else Duty.EXAMINER
    open_errand(part, duty, Matter.SIGN_INSPECTION, inspection.uid, department=department)
