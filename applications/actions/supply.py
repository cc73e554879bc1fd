"""The applicant's answer to a list of what is missing (行政许可法 Art. 32 (4)): whole, or with a reason for each gap.

Every entry is answered: corrected, or said to be out of the applicant's reach and why, so that no case hangs. T1 then
runs anew, five working days from the supplement (domain.md §1.2 (a), §1.3).
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from applications import filling
from applications.actions.clocks import rebuild_dues
from applications.actions.listing import place_of
from applications.actions.locking import locked
from applications.actions.materials import open_correction
from applications.actions.paperwork import case_facts, draft
from applications.documents.builders import Receipt
from applications.events import CorrectionSupplied
from applications.models import Application, Correction, CorrectionResult, Handling
from applications.rules import owns
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import Incomplete, NotFound, WrongState

MOST_LETTERS = 500


def supply_correction(
    uid: UUID, user: User, raw: dict[str, Any], *, unsupplied: Mapping[str, str] | None = None
) -> Application:
    """Take the answer; sent twice it is one answer. ``unsupplied`` says why, by entry (``field-area``).

    Raises Incomplete for entries that are neither corrected nor explained.
    """
    with locked(uid) as application:
        if not owns(user, application):
            raise NotFound(_("没有找到这个办件。"))
        correction = open_correction(application)
        if correction is None:
            if application.corrections.exclude(supplied_at=None).exists():
                return application
            raise WrongState(_("本办件现在没有需要补正的内容。"))
        correction.unsupplied = _gaps(correction, unsupplied or {}) or None
        _take_answers(application, correction, raw)
        handling = application.handlings.select_related("hall", "department").get(pk=correction.handling_id)
        handling.application = application
        return _supplied(application, correction, handling, user)


def _gaps(correction: Correction, reasons: Mapping[str, str]) -> list[dict[str, str]]:
    """What cannot be supplied, with the reason in the applicant's words."""
    given = {place: reason.strip() for place, reason in reasons.items() if reason.strip()}
    return [
        {"target": entry["target"], "key": entry["key"], "label": entry["label"], "reason": given[place_of(entry)]}
        for entry in correction.entries
        if place_of(entry) in given
    ]


def _take_answers(application: Application, correction: Correction, raw: dict[str, Any]) -> None:
    """Only the listed fields change; each listed material must have a file of this round."""
    gaps = {(gap["target"], gap["key"]) for gap in correction.unsupplied or []}
    asked = [(entry["target"], entry["key"]) for entry in correction.entries]
    fields = {key for target, key in asked if target == "field" and (target, key) not in gaps}
    wanted = {key for target, key in asked if target == "material" and (target, key) not in gaps}
    merged = {**application.all_answers, **{key: raw.get(key) for key in fields}}
    answers, problems = filling.fill(application.spec, merged, whole=True)
    present = application.materials.filter(round=correction.round, replaced_at=None)
    for key in wanted - set(present.values_list("key", flat=True)):
        problems[f"material.{key}"] = [_("请上传补正后的这份材料，或者说明不能提供的原因。")]
    for gap in correction.unsupplied or []:
        if len(gap["reason"]) > MOST_LETTERS:
            problems[f"unsupplied.{place_of(gap)}"] = [_("最多%(most)d个字。") % {"most": MOST_LETTERS}]
    if problems:
        raise Incomplete(_("还有%(count)d处需要补充或修改。") % {"count": len(problems)}, fields=problems)
    application.keep_answers(answers)


def _supplied(application: Application, correction: Correction, handling: Handling, user: User) -> Application:
    correction.supplied_at = now()
    correction.result = CorrectionResult.INCOMPLETE if correction.unsupplied else CorrectionResult.COMPLETE
    correction.save()
    _retire_replaced(application, correction)
    application.supply_correction()
    rebuild_dues(application, handling)
    draft(Receipt(case_facts(handling, whole=True), received_at=now(), for_correction=True), handling, officer=None)
    whole = correction.result == CorrectionResult.COMPLETE
    announce(application, CorrectionSupplied(round=correction.round, whole=whole), by=user)
    return application


def _retire_replaced(application: Application, correction: Correction) -> None:
    """What the supplement replaces stays in the file, marked as replaced; what was not supplied stays as it is."""
    renewed = application.materials.filter(round=correction.round, replaced_at=None).values_list("key", flat=True)
    earlier = application.materials.filter(key__in=list(renewed), round__lt=correction.round, replaced_at=None)
    earlier.update(replaced_at=now())
