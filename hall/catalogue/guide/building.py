"""From an offering to its guide: the eight things of 行政许可法 Art. 30 and what else a visitor asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hall.catalogue.guide.allocation import allocation, exam, exams_ahead, places_left
from hall.catalogue.guide.consequences import corrections, denial_grounds, false_materials
from hall.catalogue.guide.fees import fees
from hall.catalogue.guide.flow import joint_parts, procedures, route_notes, steps
from hall.catalogue.guide.key_facts import key_facts
from hall.catalogue.guide.papers import materials
from hall.catalogue.guide.parts import Fee, MaterialRow, Procedure, Question, StepRow
from hall.catalogue.models import Offering
from hall.catalogue.spec import ItemSpec, said
from hall.catalogue.wording import CERTIFICATE_KINDS, RESULT_KINDS
from hall.clock import today

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Guide:
    """What the page shows. Empty parts are left out, and a draft says what is missing."""

    offering: Offering
    name: str
    is_draft: bool
    can_be_filed: bool
    why_not: str
    is_sample: bool
    origin: str
    missing: Sequence[str]
    facts: Pairs
    scope: str
    authority: str
    conditions: Sequence[str]
    denial_grounds: Pairs
    corrections: Sequence[str]
    false_materials: Sequence[str]
    checklist: Sequence[str]
    quantity: str
    places: str
    exam: Pairs
    exams_ahead: Sequence[str]
    allocation: str
    materials: Sequence[MaterialRow]
    application_sample: str
    steps: Sequence[StepRow]
    joint: Sequence[StepRow]
    flow: str
    routes: Sequence[str]
    limits_note: str
    automatic: Sequence[str]
    procedures: Sequence[Procedure]
    fees: Sequence[Fee]
    fees_note: str
    basis: Sequence[str]
    result: Pairs
    place: Pairs
    contact: Pairs
    questions: Sequence[Question]


def guide_of(offering: Offering) -> Guide:
    spec, content = offering.version.spec, offering.version.content
    can_be_filed = offering.can_be_filed(today())
    return Guide(
        offering=offering,
        name=said(spec.name),
        is_draft=not offering.published,
        can_be_filed=can_be_filed,
        why_not="" if can_be_filed else _why_not(offering),
        is_sample=spec.sample,
        origin=content.get("origin", ""),
        missing=offering.missing,
        facts=key_facts(offering),
        scope=said(content.get("scope")),
        authority=said(content.get("authority")),
        conditions=_texts(content.get("conditions", ())),
        denial_grounds=denial_grounds(spec),
        corrections=corrections(spec),
        false_materials=false_materials(spec),
        checklist=_texts([point.text for point in spec.checklist]),
        quantity=said(content.get("quantity")),
        places=places_left(offering),
        exam=exam(spec),
        exams_ahead=exams_ahead(offering),
        allocation=allocation(spec),
        materials=materials(spec),
        application_sample=said(content.get("application_sample")),
        steps=steps(spec, offering),
        joint=joint_parts(spec),
        flow=said(content.get("flow")),
        routes=route_notes(spec),
        limits_note=said(content.get("limits", {}).get("note")),
        automatic=[said(rule.text) for rule in spec.automatic.rules] if spec.automatic else [],
        procedures=procedures(spec),
        fees=fees(content),
        fees_note=said(content.get("fees", {}).get("note")),
        basis=_texts(spec.basis),
        result=_result(spec),
        place=_place(offering),
        contact=_contact(offering),
        questions=[Question(said(one["question"]), said(one["answer"])) for one in content.get("faqs", ())],
    )


def _texts(written: Sequence[Any]) -> list[str]:
    return [said(text) for text in written]


def _why_not(offering: Offering) -> str:
    if not offering.published:
        return _("演示样例，尚未发布，暂不能网上申办。")
    if not offering.version.spec.online_allowed:
        return _("本事项不能网上申办，请到办理窗口申请。")
    return _("本事项已过有效日期，不再受理新的申请。")


def _given(pairs: Pairs) -> list[tuple[str, str]]:
    return [(label, value) for label, value in pairs if value]


def _result(spec: ItemSpec) -> list[tuple[str, str]]:
    return _given(
        [
            (_("结果名称"), said(spec.result.name)),
            (_("结果类型"), str(RESULT_KINDS[spec.result.kind]) if spec.result.name else ""),
            (_("证件种类"), str(CERTIFICATE_KINDS[spec.result.certificate_kind]) if spec.result.name else ""),
            (_("有效期"), said(spec.result.validity) or _years(spec.result.valid_years)),
            (_("许可内容"), said(spec.result.content)),
            (_("结果样本"), said(spec.content.get("result", {}).get("sample"))),
        ]
    )


def _years(years: int | None) -> str:
    return ngettext("%d年", "%d年", years) % years if years else ""


def _place(offering: Offering) -> list[tuple[str, str]]:
    content, department = offering.version.content, offering.department
    return _given(
        [
            (_("办理地点"), said(content.get("place")) or department.address),
            (_("办理时间"), said(content.get("hours")) or department.hours),
            (_("到现场"), said(content.get("visits", {}).get("note"))),
        ]
    )


def _contact(offering: Offering) -> list[tuple[str, str]]:
    content, department = offering.version.content, offering.department
    return _given(
        [
            (_("咨询电话"), department.phone),
            (_("其他咨询方式"), said(content.get("contact"))),
            (_("监督投诉"), said(content.get("supervision")) or department.supervision_phone),
            (_("行政复议机关"), department.reconsideration_organ),
            (_("行政诉讼受理法院"), department.court),
        ]
    )
