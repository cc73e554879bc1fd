"""Values of an item in the words of a guide: code tables of GB/T 39046, periods, conditions."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hall.catalogue.conditions import Condition
from hall.catalogue.spec import FormField, ItemSpec, Limit, said

TASK_TYPES = {
    "01": gettext_lazy("行政许可"),
    "05": gettext_lazy("行政给付"),
    "07": gettext_lazy("行政确认"),
    "08": gettext_lazy("行政奖励"),
    "09": gettext_lazy("行政裁决"),
    "10": gettext_lazy("其他行政权力"),
    "20": gettext_lazy("公共服务"),
}
LEVELS = {"city": gettext_lazy("市级"), "district": gettext_lazy("区县级")}
HANDLING_MODES = {
    "single": gettext_lazy("单独办理"),
    "unified": gettext_lazy("统一办理"),
    "joint": gettext_lazy("联合办理"),
    "central": gettext_lazy("集中办理"),
}
AUDIENCES = {"person": gettext_lazy("个人（含个体工商户）"), "organisation": gettext_lazy("法人和其他组织")}
REAL_NAME_LEVELS = {
    0: gettext_lazy("不要求实名"),
    1: gettext_lazy("初级实名（1级）"),
    2: gettext_lazy("中级实名（2级）"),
    3: gettext_lazy("高级实名（3级）"),
}
MATERIAL_TYPES = {
    "certificate": gettext_lazy("证件证书证明"),
    "form": gettext_lazy("申请表格文书"),
    "other": gettext_lazy("其他"),
}
NECESSITIES = {
    "required": gettext_lazy("必要"),
    "optional": gettext_lazy("非必要"),
    "tolerated": gettext_lazy("容缺后补"),
}
FORMATS = {
    "paper": gettext_lazy("纸质"),
    "electronic": gettext_lazy("电子"),
    "both": gettext_lazy("纸质或电子"),
}
RESULT_KINDS = {
    "certificate": gettext_lazy("证照"),
    "approval": gettext_lazy("批文"),
    "other": gettext_lazy("其他"),
}
# 行政许可法 Art. 39, a closed list.
CERTIFICATE_KINDS = {
    "licence": gettext_lazy("许可证、执照或者其他许可证书"),
    "qualification": gettext_lazy("资格证、资质证或者其他合格证书"),
    "approval_document": gettext_lazy("行政机关的批准文件或者证明文件"),
    "other": gettext_lazy("法律、法规规定的其他行政许可证件"),
}


def limit_in_words(limit: Limit) -> str:
    """20个工作日, 3个月, 即办, or the words of a period that cannot be computed."""
    if limit.days is None:
        return said(limit.note)
    if limit.days == 0:
        return _("即办")
    words = _period(limit.days, limit.unit)
    if limit.extension_days:
        longer = _period(limit.extension_days, limit.unit)
        return _("%(limit)s，经批准可延长%(longer)s") % {"limit": words, "longer": longer}
    return words


def _period(days: int, unit: str) -> str:
    patterns = {
        "working": ngettext("%d个工作日", "%d个工作日", days),
        "natural": ngettext("%d个自然日", "%d个自然日", days),
        "month": ngettext("%d个月", "%d个月", days),
    }
    return patterns[unit] % days


def statutory_in_words(spec: ItemSpec, level: str) -> str:
    """Each side of a two-level item has its own."""
    if not spec.is_two_level:
        return limit_in_words(spec.statutory_by_level.get("city" if level == "city" else "district", spec.statutory))
    lower, upper = (limit_in_words(spec.statutory_for(side)) for side in ("district", "city"))
    return _("区县审查%(lower)s，市级决定%(upper)s") % {"lower": lower, "upper": upper}


def condition_in_words(spec: ItemSpec, condition: Condition | None) -> str:
    """A condition as a person would say it; empty when there is none."""
    if not condition:
        return ""
    for joint, word in (("all", _("，且")), ("any", _("，或"))):
        if joint in condition:
            return word.join(condition_in_words(spec, part) for part in condition[joint])
    if "not" in condition:
        return _("不是“%s”") % condition_in_words(spec, condition["not"])
    field = next((one for one in spec.fields if one.key == condition["field"]), None)
    operator = next(name for name in condition if name != "field")
    return _comparison(field, operator, condition[operator]) if field else ""


def _comparison(field: FormField, operator: str, value: Any) -> str:
    labels = {choice.value: said(choice.label) for choice in field.choices}
    values = value if isinstance(value, list) else [value]
    words = _("、").join(labels.get(str(one), _plain(one)) for one in values)
    patterns = {
        "is": _("%(field)s为%(value)s"),
        "is_not": _("%(field)s不是%(value)s"),
        "in": _("%(field)s为%(value)s"),
        "includes": _("%(field)s包括%(value)s"),
        "at_least": _("%(field)s不少于%(value)s"),
        "above": _("%(field)s超过%(value)s"),
        "at_most": _("%(field)s不超过%(value)s"),
        "below": _("%(field)s少于%(value)s"),
    }
    return patterns[operator] % {"field": said(field.label), "value": words}


def _plain(value: Any) -> str:
    if isinstance(value, bool) or value in ("yes", "no"):
        return _("“是”") if value in (True, "yes") else _("“否”")
    return f"{value:,}" if isinstance(value, int | float) else str(value)
