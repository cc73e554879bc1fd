"""Telling the agency that granted a licence what its holder did wrong here (行政许可法 Art. 64).

Whoever finds a violation deals with it by law and copies the facts and what was done to the agency that decided.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from applications.actions import exhibits
from applications.events import ViolationNoticed
from applications.models import Licence, ViolationNotice
from applications.queries.granting_part import granting_part
from applications.rules import may_notify_violation
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.errors import Incomplete, Invalid, NotAllowed
from hall.events import outbox
from hall.files.models import StoredFile
from hall.organisations.models import Department

LETTER = "violation_notice"
LEAST = 4


def notify_violation(
    uid: UUID,
    user: User,
    *,
    department: Department,
    licence_no: str,
    facts: str,
    basis: str,
    handled: str,
    enclosed: Sequence[Any] = (),
) -> ViolationNotice:
    """``uid`` names the notice, so that sending it twice sends it once."""
    if not may_notify_violation(user, department):
        raise NotAllowed(_("只有本部门的审查人员、负责人可以抄告违法行为。"))
    if known := ViolationNotice.objects.filter(uid=uid, sent_by_uid=user.uid).first():
        return known
    licence = _licence(licence_no, department)
    _check(facts=facts, basis=basis, handled=handled)
    files = exhibits.take(enclosed, hall_code=department.hall.code, owner_uid=user.uid, place="enclosed")
    told = {"facts": facts.strip(), "basis": basis.strip(), "handled": handled.strip()}
    try:
        return _send(uid, user, department, licence, files, told)
    except IntegrityError:
        # The same page was quicker.
        return ViolationNotice.objects.get(uid=uid, sent_by_uid=user.uid)


@transaction.atomic
def _send(
    uid: UUID,
    user: User,
    department: Department,
    licence: Licence,
    files: Sequence[StoredFile],
    told: dict[str, str],
) -> ViolationNotice:
    notice = ViolationNotice.objects.create(
        uid=uid,
        licence=licence,
        department=department,
        sent_by_uid=user.uid,
        sent_by_name=user.name,
        days=settings.HALL_VIOLATION_ANSWER_DAYS,
        **told,
    )
    exhibits.put_in(granting_part(licence), notice.uid, files)
    outbox.send(LETTER, key=f"{LETTER}:{notice.uid}", payload={"notice": str(notice.uid)})
    announce(notice, ViolationNoticed(licence=licence.uid), by=user)
    return notice


def _licence(number: str, department: Department) -> Licence:
    licence = Licence.objects.select_related("issuer__hall", "application").filter(number=number.strip()).first()
    if licence is None:
        told = _("没有找到这个编号的许可证件，请核对。")
        raise Invalid(told, fields={"licence_no": [told]})
    if licence.issuer_id == department.pk:
        told = _("这是本部门颁发的许可证件，请在证件页面记录监督检查。")
        raise Invalid(told, fields={"licence_no": [told]})
    return licence


def _check(**told: str) -> None:
    short = {name: [_("请写明具体内容（至少4个字）。")] for name, text in told.items() if len(text.strip()) < LEAST}
    if short:
        raise Incomplete(_("请写明违法事实、依据和处理结果。"), fields=short)
