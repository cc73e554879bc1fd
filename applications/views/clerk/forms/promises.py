"""What a clerk writes about promises: what was found, whether it was mended, that credit was repaired."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.models import Commitment, Handling
from applications.models.commitment import Measure
from applications.queries.promises import commitments_of
from applications.views.clerk.forms.base import DeedForm, words, yes_or_no


class _PromiseForm(DeedForm):
    """One of the case's promises is picked; a single one needs no picking."""

    commitment = forms.TypedChoiceField(
        label=_("哪一项承诺"), coerce=UUID, error_messages={"required": _("请选择。"), "invalid_choice": _("请选择。")}
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        choices = [(str(one.uid), one.name) for one in commitments_of(handling.application) if self.concerns(one)]
        self.fields["commitment"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.initial["commitment"] = choices[0][0]

    def concerns(self, promise: Commitment) -> bool:
        raise NotImplementedError


class VerifyPromiseForm(_PromiseForm):
    deed = "verify_promise"
    title = _("核查告知承诺")
    submit = _("记录核查结果")
    kind = "secondary"
    note = _(
        "承诺不实的记入信用记录，信用修复以前不再适用告知承诺。尚未作出决定的，依法不予许可；"
        "已经准予的，责令限期整改，或者提出撤销决定的建议（国办发〔2020〕42号）。"
    )
    says = {"opinion": "facts"}

    kept = yes_or_no(_("核查结果"), _("承诺属实"), _("承诺不实"))
    facts = words(_("核查认定的事实"), help_text=_("写明怎样核查、查明了什么，申请人可以看到。"))
    measure = forms.ChoiceField(
        label=_("已经准予而承诺不实的，怎样处理"),
        choices=[("", _("不适用")), (Measure.RECTIFY, Measure.RECTIFY.label), (Measure.REVOKE, Measure.REVOKE.label)],
        required=False,
    )
    rectify_days = forms.IntegerField(label=_("整改期限（工作日）"), required=False, min_value=1, max_value=90)

    def concerns(self, promise: Commitment) -> bool:
        return not promise.result


class CheckRectifiedForm(_PromiseForm):
    deed = "check_rectified"
    title = _("复查承诺整改")
    submit = _("记录复查结果")
    kind = "secondary"
    says = {"opinion": "facts"}

    mended = yes_or_no(_("复查结果"), _("已经整改，符合条件"), _("没有整改或者仍不符合条件，建议撤销"))
    facts = words(_("复查认定的事实"))

    def concerns(self, promise: Commitment) -> bool:
        return promise.measure == Measure.RECTIFY and promise.rectified_at is None


class DeclineRevocationForm(_PromiseForm):
    deed = "decline_revocation"
    title = _("答复撤销的建议")
    submit = pgettext_lazy("deed", "不撤销，说明理由")
    kind = "secondary"
    note = _("决定撤销的，请从许可证件的页面办理撤销；经研究不撤销的，在这里说明理由（《行政许可法》第六十九条）。")
    says = {"opinion": "reason"}

    reason = words(_("不撤销的理由"))

    def concerns(self, promise: Commitment) -> bool:
        return promise.measure == Measure.REVOKE


class RepairCreditForm(_PromiseForm):
    deed = "repair_credit"
    title = _("确认信用修复")
    submit = pgettext_lazy("deed", "确认信用修复")
    kind = "secondary"
    note = _("确认以后，该申请人可以再次采用告知承诺和容缺后补。")
    says = {"opinion": "basis"}

    basis = words(_("修复的依据"))

    def concerns(self, promise: Commitment) -> bool:
        return promise.is_false and promise.repaired_at is None
