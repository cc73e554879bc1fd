"""Recording an award or an exam's result (行政许可法 Art. 53, 54)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from applications.actions.exhibits import put_in, take
from applications.actions.locking import locked_handling
from applications.events import AllocationRecorded
from applications.lifecycle import CaseState
from applications.models import AllocationResult, Handling, Room
from applications.queries.allocation import KINDS, result_of
from applications.rules import may_examine
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from hall.files.models import StoredFile


def record_allocation(
    uid: UUID, user: User, *, seen: int, favourable: bool, reference: str, outcome: str, happened_on: date, file: Any
) -> AllocationResult:
    """Who won the lot, or how the applicant did in the exam, with its proof; recorded again, the last one counts."""
    files = take([file], hall_code=_asked_before(uid, user), owner_uid=user.uid, place="file")
    with locked_handling(uid, seen=seen) as handling:
        _check_right(user, handling)
        _check_open(handling)
        if happened_on > today():
            raise Invalid(_("日期不能晚于今天。"), fields={"happened_on": [_("日期不能晚于今天。")]})
        said = {"reference": reference, "outcome": outcome}
        blank = {name: [_("请填写。")] for name, text in said.items() if not text.strip()}
        if blank:
            raise Incomplete(_("请写明结果。"), fields=blank)
        written = {"favourable": favourable, "reference": reference.strip(), "outcome": outcome.strip()}
        result = replace_result(handling, user, files[0], happened_on=happened_on, **written)
        put_in(handling, result.uid, files)
        handling.application.enter(Room.ALLOCATION)
        announce(handling.application, AllocationRecorded(result=result.uid, favourable=favourable), by=user)
        return result


def _asked_before(uid: UUID, user: User) -> str:
    """The hall whose file it becomes; nobody else's file is taken in at all. How the case stands is asked under the
    lock: whoever sends the form twice is told what happened."""
    handling = Handling.objects.select_related("department", "hall", "application").filter(uid=uid).first()
    if handling is None:
        raise NotFound(_("没有找到这个办件。"))
    _check_right(user, handling)
    return handling.hall.code


def _check_right(user: User, handling: Handling) -> None:
    if not may_examine(user, handling):
        raise NotAllowed(_("只有承办部门的审查人员可以登记招标、拍卖或者考试、考核结果。"))


def _check_open(handling: Handling) -> None:
    if handling.application.state != CaseState.ACCEPTED or not handling.is_open:
        raise WrongState(_("只有受理后、作出决定前的办件可以登记结果。"))
    if handling.application.spec.allocation not in KINDS:
        raise WrongState(_("本事项不按招标、拍卖或者考试、考核的结果作出决定。"))


def replace_result(handling: Handling, user: User, file: StoredFile | None, **written: Any) -> AllocationResult:
    """Put the result on record in the place of the one before; the caller holds the lock and has asked the rule."""
    application = handling.application
    if old := result_of(application):
        old.replaced_at = now()
        old.save(update_fields=["replaced_at"])
    try:
        with transaction.atomic():
            return AllocationResult.objects.create(
                application=application,
                offering_id=application.offering_id,
                kind=KINDS[application.spec.allocation],
                file=file,
                recorded_by_uid=user.uid,
                recorded_by_name=user.name,
                **written,
            )
    except IntegrityError:
        said = _("这个标的已经登记了另一名中标人、买受人。")
        raise Invalid(said, fields={"reference": [said]}) from None
