"""Correction (行政许可法 Art. 32 (4)): tell once everything that is missing, and take the applicant's answer.

Each entry is pinned to a field of the form or a material of the published list; nothing else may be demanded (Art. 31).
"""

from collections.abc import Sequence
from typing import Any, TypedDict, cast
from uuid import UUID

from django.utils.translation import gettext as _

from applications import deadlines, filling
from applications.actions.clocks import rebuild_dues
from applications.actions.locking import locked, locked_handling
from applications.actions.materials import open_correction
from applications.actions.paperwork import case_facts, draft
from applications.documents.builders import Correction as CorrectionNotice
from applications.documents.builders import Defect, Receipt
from applications.events import CorrectionAsked, CorrectionSupplied
from applications.models import Application, Correction, Handling, Room
from applications.rules import may_take_in, owns
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.catalogue.spec import ItemSpec, on_record
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.workdays.calendars import calendar_for


class Entry(TypedDict):
    """One thing to correct; ``target`` is field or material."""

    target: str
    key: str
    problem: str
    requirement: str


def ask_correction(uid: UUID, user: User, *, seen: int, entries: Sequence[Entry]) -> Correction:
    """Send the one complete list. A second list is refused here: Art. 32 (4) tells all at once."""
    with locked_handling(uid, seen=seen) as handling:
        application = handling.application
        if not may_take_in(user, handling):
            raise NotAllowed(_("只有承办部门的窗口受理人员可以告知补正。"))
        if application.corrections.exists():
            raise WrongState(_("本办件已经一次性告知过补正内容，依法不能再次要求补正。请依法受理或者作出其他处理。"))
        listed = _listed(application.spec, entries)
        limit = application.spec.correction
        due = deadlines.correction_due(today(), limit, calendar_for(handling.hall.code)).due
        correction = Correction.objects.create(
            application=application, handling=handling, entries=listed, due=due, noticed_at=now()
        )
        application.ask_correction()
        application.enter(Room.CORRECTION)
        rebuild_dues(application, handling)
        notice = CorrectionNotice(case_facts(handling), defects=_defects(listed), latest_on=due)
        draft(notice, handling, officer=user)
        announce(application, CorrectionAsked(round=correction.round, due=due), by=user)
        return correction


def _listed(spec: ItemSpec, entries: Sequence[Entry]) -> list[dict[str, str]]:
    """The entries with the names of what they point at, frozen as they are told."""
    labels = {("field", one.key): on_record(one.label) for one in spec.fields}
    labels |= {("material", one.key): on_record(one.name) for one in spec.materials}
    if not entries:
        raise Incomplete(_("请至少列出一项需要补正的内容。"), fields={"entries": [_("请至少选择一项。")]})
    listed = []
    for number, entry in enumerate(entries):
        label = labels.get((entry["target"], entry["key"]))
        if label is None:
            raise NotAllowed(_("只能要求补正本事项表单和材料目录中的内容。"))
        if not entry["problem"].strip() or not entry["requirement"].strip():
            place = f"entries.{number}"
            raise Incomplete(_("请写明每一项的问题和补正要求。"), fields={place: [_("请写明问题和补正要求。")]})
        listed.append({**cast(dict[str, str], entry), "label": label})
    return listed


def _defects(listed: Sequence[dict[str, str]]) -> tuple[Defect, ...]:
    return tuple(
        Defect(
            material=entry["label"],
            problem=entry["problem"],
            detail=entry["problem"],
            requirement=entry["requirement"],
        )
        for entry in listed
    )


def supply_correction(uid: UUID, user: User, raw: dict[str, Any]) -> Application:
    """The applicant's answer to the list; sent twice it is one answer. Raises Incomplete for entries not answered."""
    with locked(uid) as application:
        if not owns(user, application):
            raise NotFound(_("没有找到这个办件。"))
        correction = open_correction(application)
        if correction is None:
            if application.corrections.exclude(supplied_at=None).exists():
                return application
            raise WrongState(_("本办件现在没有需要补正的内容。"))
        _take_answers(application, correction, raw)
        handling = application.handlings.select_related("hall", "department").get(pk=correction.handling_id)
        handling.application = application
        return _supplied(application, correction, handling, user)


def _supplied(application: Application, correction: Correction, handling: Handling, user: User) -> Application:
    correction.supplied_at = now()
    correction.save()
    _retire_replaced(application, correction)
    application.supply_correction()
    rebuild_dues(application, handling)
    draft(Receipt(case_facts(handling, whole=True), received_at=now(), for_correction=True), handling, officer=None)
    announce(application, CorrectionSupplied(round=correction.round), by=user)
    return application


def _take_answers(application: Application, correction: Correction, raw: dict[str, Any]) -> None:
    """Only the listed fields change; each listed material must have a file of this round."""
    fields = {entry["key"] for entry in correction.entries if entry["target"] == "field"}
    wanted = {entry["key"] for entry in correction.entries if entry["target"] == "material"}
    merged = {**application.all_answers, **{key: raw.get(key) for key in fields}}
    answers, problems = filling.fill(application.spec, merged, whole=True)
    present = application.materials.filter(round=correction.round, replaced_at=None)
    for key in wanted - set(present.values_list("key", flat=True)):
        problems[f"material.{key}"] = [_("请上传补正后的这份材料。")]
    if problems:
        raise Incomplete(_("还有%(count)d处需要补充或修改。") % {"count": len(problems)}, fields=problems)
    application.keep_answers(answers)


def _retire_replaced(application: Application, correction: Correction) -> None:
    """What the supplement replaces stays in the file, marked as replaced."""
    keys = [entry["key"] for entry in correction.entries if entry["target"] == "material"]
    earlier = application.materials.filter(key__in=keys, round__lt=correction.round, replaced_at=None)
    earlier.update(replaced_at=now())
