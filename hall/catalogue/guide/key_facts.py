"""The grid at the head of a guide: what most visitors came for."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from hall.catalogue.models import Offering
from hall.catalogue.spec import ItemSpec, said
from hall.catalogue.wording import (
    AUDIENCES,
    HANDLING_MODES,
    LEVELS,
    REAL_NAME_LEVELS,
    TASK_TYPES,
    limit_in_words,
    statutory_in_words,
)
from hall.clock import day_in_words, today


def key_facts(offering: Offering) -> list[tuple[str, str]]:
    spec = offering.version.spec
    promise = limit_in_words(spec.promise)
    facts = [
        (_("承诺期限"), promise),
        (_("法定期限"), statutory_in_words(spec, offering.level)),
        (_("办件类型"), _project_type(spec)),
        (_("是否收费"), _charged(spec)),
        (_("到现场次数"), _visits(spec)),
        (_("核查"), _inspected(spec)),
        (_("实施主体"), offering.department.name),
        (_("受委托机关"), _entrusted(offering)),
        (_("办理方式"), str(HANDLING_MODES[spec.handling_mode]) if spec.handling_mode != "single" else ""),
        (_("行使层级"), str(LEVELS[offering.level])),
        (_("事项类型"), str(TASK_TYPES.get(spec.task_type, spec.task_type))),
        (_("服务对象"), _("、").join(str(AUDIENCES[one]) for one in spec.applicants)),
        (_("委托代理"), _agents(spec)),
        (_("办理结果"), said(spec.result.name)),
        (_("许可转让"), _transfer(spec)),
        (_("实名等级"), str(REAL_NAME_LEVELS[spec.min_real_name_level]) if spec.online_allowed else ""),
    ]
    return [(label, value) for label, value in facts if value]


def _agents(spec: ItemSpec) -> str:
    """Art. 29: who may come in the applicant's place, or by which law nobody may."""
    if spec.agent_allowed:
        return _("可以委托代理人申请，须提交授权委托书")
    basis = said(spec.in_person_basis)
    return _("须由申请人本人申请（%(basis)s）") % {"basis": basis} if basis else _("须由申请人本人申请")


def _transfer(spec: ItemSpec) -> str:
    """Art. 9: shown for every licence, since what is not allowed is forbidden."""
    if spec.task_type != "01" or not spec.result.name:
        return ""
    if not spec.transferable:
        return _("不得转让（《行政许可法》第九条）")
    return _("可以依法转让（%(basis)s）") % {"basis": said(spec.transfer_basis)}


def _entrusted(offering: Offering) -> str:
    """Art. 24: who handles it in the agency's name, and where that was announced."""
    if not offering.department.entrusts:
        return ""
    given = offering.department.entrustments_given.in_force(today()).filter(item_code=offering.catalog_code)
    found = given.select_related("entrusted").first()
    words = {"name": found.entrusted.name, "announced": found.announced_as} if found else {}
    return _("%(name)s（%(announced)s）") % words if found else ""


def codes(offering: Offering) -> list[tuple[str, str]]:
    """Codes that we made up say so."""
    local = _("（自编编码，非国家统一编码）") if offering.item.local_code else ""
    version = offering.version
    numbered = _("第%d版") % version.number
    return [
        (_("实施编码"), f"{offering.task_code}{local}"),
        (_("基本编码"), f"{offering.catalog_code}{local}"),
        (_("版本"), f"{numbered} · {day_in_words(version.published_at)}" if version.published_at else numbered),
    ]


def _project_type(spec: ItemSpec) -> str:
    if spec.promise.days is None:
        return ""
    return _("即办件") if spec.promise.days == 0 else _("承诺件")


def _charged(spec: ItemSpec) -> str:
    fees = spec.content.get("fees")
    return "" if fees is None else pgettext("answer", "收费") if fees["charged"] else _("不收费")


def _inspected(spec: ItemSpec) -> str:
    """Whether somebody will come, before anybody applies (行政许可法 Art. 34)."""
    if spec.inspection is None:
        return ""
    return _("由两名以上工作人员核查") if spec.inspection.required else _("必要时由两名以上工作人员核查")


def _visits(spec: ItemSpec) -> str:
    visits = spec.content.get("visits")
    if visits is None:
        return ""
    count = visits["count"]
    return ngettext("%d次", "%d次", count) % count if count else _("0次（全程网上办理）")
