"""The substance check 实地核查 (行政许可法 Art. 34): two officers or more go, and write down what they saw.

Or test by a technical standard (Art. 55). The record is a numbered paper; photographs stay with the handling.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.actions import exhibits
from applications.actions.late_entry import tell_late_entry
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.paperwork import case_facts, draft
from applications.actions.stepping import require
from applications.actions.visiting import check_confirmed
from applications.documents.builders import InspectionRecord, Officer, Photograph
from applications.events import Inspected
from applications.models import Confirmation, Handling, Inspection, Room
from applications.models.inspection import InspectionKind
from applications.models.visit import LEAST_OFFICERS
from applications.queries.desk.opening import held_handling
from applications.queries.officers import officers_of
from applications.rules import may_examine
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.catalogue.spec import InspectionRule, on_record
from hall.clock import local_date, now
from hall.errors import Incomplete, Invalid, NotAllowed
from hall.files.models import StoredFile


def record_inspection(
    uid: UUID,
    user: User,
    *,
    seen: int,
    held_at: datetime,
    place: str,
    officers: Sequence[UUID],
    facts: str,
    meets: bool,
    result: str,
    confirmation: str,
    confirmed_by: str = "",
    remark: str = "",
    photographs: Sequence[Any] = (),
) -> Inspection:
    """Write the record of one inspection; another one later is another record, and the last one counts."""
    files = _photographs(photographs, user, uid)
    with locked_handling(uid, seen=seen) as handling:
        _check_right(user, handling)
        require(handling, "review")
        _check_told(handling, held_at, place, facts, result)
        check_confirmed(confirmation, confirmed_by, remark)
        went = _officers(handling, officers)
        rule = handling.application.spec.inspection or InspectionRule()
        inspection = Inspection.objects.create(
            handling=handling,
            kind=InspectionKind(rule.kind),
            held_at=held_at,
            place=place.strip(),
            officers=[{"uid": str(one.uid), "name": one.name, "number": one.enforcement_no} for one in went],
            officer_uids=[one.uid for one in went],
            standard=on_record(rule.standard),
            facts=facts.strip(),
            meets=meets,
            result=result.strip(),
            confirmation=confirmation,
            confirmed_by=confirmed_by.strip(),
            remark=remark.strip(),
            recorded_by_uid=user.uid,
            recorded_by_name=user.name,
        )
        vars(handling).pop("visited", None)
        exhibits.put_in(handling, inspection.uid, files)
        handling.application.enter(Room.INSPECTION)
        draft(_paper(handling, inspection, files), handling, officer=user)
        announce(handling.application, Inspected(handling=handling.uid, inspection=inspection.uid), by=user)
        tell_late_entry(handling, local_date(held_at), by=user)
        return inspection


def _check_right(user: User, handling: Handling) -> None:
    if not may_examine(user, handling):
        raise NotAllowed(_("只有承办部门的审查人员可以记录核查。"))


def _photographs(uploads: Sequence[Any], user: User, uid: UUID) -> list[StoredFile]:
    if not uploads:
        return []
    handling = held_handling(user, uid)
    _check_right(user, handling)
    return exhibits.take(uploads, hall_code=handling.hall.code, owner_uid=user.uid, place="photographs")


def _check_told(handling: Handling, held_at: datetime, place: str, facts: str, result: str) -> None:
    missing = {
        name: [_("请填写。")] for name, text in (("place", place), ("facts", facts)) if not text.strip()
    }
    if missing:
        raise Incomplete(_("核查笔录应当写明地点和查明的情况。"), fields=missing)
    received_at = handling.application.received_at
    assert received_at is not None
    # Clocks on the wall show minutes.
    if not received_at.replace(second=0, microsecond=0) <= held_at <= now():
        told = _("核查时间应当在收到申请之后，不能晚于现在。")
        raise Invalid(told, fields={"held_at": [told]})
    try:
        check_opinion(result)
    except Incomplete as bare:
        raise Incomplete(bare.message, fields={"result": bare.fields["opinion"]}) from bare


def _officers(handling: Handling, uids: Sequence[UUID]) -> list[User]:
    """Two or more different officers of this department, each with a certificate."""
    found = list(officers_of(handling).filter(uid__in=set(uids)))
    if len(found) < len(set(uids)):
        told = _("核查人员应当是本部门在职、有执法证号并且不回避的人员。")
        raise Invalid(told, fields={"officers": [told]})
    if len(found) < LEAST_OFFICERS:
        told = _("核查应当指派两名以上工作人员进行（《行政许可法》第三十四条）。")
        raise Incomplete(told, fields={"officers": [told]})
    return found


@override("zh-hans")
def _paper(handling: Handling, inspection: Inspection, files: Sequence[StoredFile]) -> InspectionRecord:
    return InspectionRecord(
        case_facts(handling),
        manner=str(InspectionKind(inspection.kind).label),
        held_at=inspection.held_at,
        place=inspection.place,
        officers=tuple(Officer(one["name"], one["number"]) for one in inspection.officers),
        standard=inspection.standard,
        found=inspection.facts,
        meets=inspection.meets,
        result=inspection.result,
        confirmation=str(Confirmation(inspection.confirmation).label),
        confirmed_by=inspection.confirmed_by,
        remark=inspection.remark,
        photographs=tuple(Photograph(one.given_name, one.sm3) for one in files),
    )
