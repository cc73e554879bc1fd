"""Grant and denial in writing (行政许可法 Art. 37, 38): directly where little is to be said, else by way of a draft."""

from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.documents.kinds import Attribute, Ground
from applications.models import DecisionDraft, Handling, Words
from applications.queries.allocation import grounds_offered
from applications.queries.decision_draft import basis_of, drafted, grant_text, proposed
from applications.views.clerk.forms.base import DeedForm, words, yes_or_no
from hall.catalogue.spec import on_record

ONE_A_LINE = _("每行一条。")
STANDARD = _("不予许可的必须写明标准的名称、编号和条款（《行政许可法》第五十五条）。")


class SignForm(DeedForm):
    """Where a draft exists, signing asks nothing of the wording any more: the draft is signed as it was previewed."""

    template = "applications/clerk/deeds/sign.html"

    @cached_property
    def draft(self) -> DecisionDraft | None:
        return drafted(self.handling)


class GrantForm(SignForm):
    deed = "grant"
    title = _("准予许可")
    submit = _("作出准予许可决定")
    note = _("依法作出准予行政许可的书面决定，并按规定公开。每个办件只能作出一次决定。")

    content = words(_("许可内容"), required=False, help_text=_("写入决定书和许可证件。"))
    opinion = words(_("签发意见"), rows=2, required=False, help_text=_("内部记录，不写入决定书。"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.initial["content"] = lambda: grant_text(handling)


class LawForm(DeedForm):
    """Law is picked from the item's own basis, reasons from its list; what the item does not name is written below."""

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        spec = handling.application.spec
        grounds = [*spec.decision.grounds, *grounds_offered(handling)]
        self.lines, self.known = basis_of(spec), {one.key: one for one in grounds}
        self.fields["basis"].choices = [(str(place), text) for place, text in enumerate(self.lines)]  # type: ignore[attr-defined]
        self.fields["grounds"].choices = [(key, on_record(one.text)) for key, one in self.known.items()]  # type: ignore[attr-defined]
        if not self.known:
            del self.fields["grounds"]
        # Art. 55: asked only of items that are decided by technical standards.
        if not spec.technical_inspection:
            del self.fields["technical_standard"]
        elif spec.inspection:
            self.initial["technical_standard"] = on_record(spec.inspection.standard)

    def standard(self, written: dict[str, Any]) -> str:
        return str(written.get("technical_standard", "")).strip()

    def law(self, written: dict[str, Any]) -> list[str]:
        """Each law once: picked, written, and that of the reasons that were picked."""
        picked = [self.lines[int(place)] for place in written.get("basis", [])]
        of_grounds = [on_record(self.known[key].basis) for key in written.get("grounds", [])]
        return list(dict.fromkeys(picked + of_grounds + lines_of(written.get("more_basis", ""))))

    def reasons_given(self, written: dict[str, Any]) -> str:
        """The reasons that were picked stand before those that were written; a page sent again doubles none."""
        told = written.get("reasons", "").strip()
        picked = [on_record(self.known[key].text) for key in written.get("grounds", [])]
        return "\n".join([one for one in picked if one not in told] + ([told] if told else []))


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def picks(label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, required=False, widget=forms.CheckboxSelectMultiple)


def day(label: Any, help_text: Any = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, help_text=help_text)


class DenyForm(LawForm, SignForm):
    deed = "deny"
    title = _("不予许可")
    submit = _("作出不予许可决定")
    kind = "danger"
    note = _("依法作出不予行政许可的书面决定，应当说明理由，并告知申请行政复议或者提起行政诉讼的权利。")
    says = {"opinion": "reasons", "legal_basis": "basis"}

    grounds = picks(_("本事项的不予许可理由"))
    reasons = words(_("不予许可的理由"), rows=6, required=False, help_text=_("写明事实和理由，写入决定书。"))
    basis = picks(_("法律依据"))
    more_basis = words(_("其他法律依据"), rows=2, required=False, help_text=_("每行一条，写明法律名称和条款。"))
    technical_standard = words(_("所依据的技术标准"), rows=2, required=False, help_text=STANDARD)
    falsified = forms.BooleanField(
        label=_("申请人隐瞒有关情况或者提供虚假材料"),
        required=False,
        help_text=_("同时给予警告；直接关系安全的事项，申请人一年内不得再次申请（《行政许可法》第七十八条）。"),
    )
    heard = words(
        _("申请人的陈述和申辩"),
        rows=2,
        required=False,
        help_text=_("勾选上一项的必须填写；没有提出的，写明已告知、未提出。"),
    )

    def clean(self) -> dict[str, Any]:
        written: dict[str, Any] = super().clean() or {}
        if self.reasons_given(written) and not self.law(written):
            self.add_error("basis", _("请至少选择或者写明一条法律依据。"))
        return written

    def told(self) -> dict[str, Any]:
        written = self.cleaned_data
        reasons = self.reasons_given(written)
        # Where nothing is written at all, the draft is signed; a law picked alone is nothing either.
        return {
            "reasons": reasons,
            "legal_basis": self.law(written) if reasons else [],
            "technical_standard": self.standard(written),
            "falsified": written["falsified"],
            "heard": written["heard"],
        }


class DraftForm(LawForm):
    """The whole paper: what is decided, why, on which law, for how long, where, and whether it is published."""

    deed = "draft_decision"
    template = "applications/clerk/deeds/draft_decision.html"
    title = _("起草决定书")
    submit = _("保存草稿并预览")
    kind = "secondary"
    note = _("保存后在左侧按决定书的样式预览，不占用文书编号。签发人员可以修改，签发时以草稿为准。")
    says = {"opinion": "reasons", "legal_basis": "basis"}

    revision = forms.IntegerField(widget=forms.HiddenInput)
    granted = yes_or_no(_("拟作出的决定"), _("准予行政许可"), _("不予行政许可"))
    content = words(_("许可内容或者查明的事实"), required=False, help_text=_("准予的写许可内容，不予的写查明的事实。"))
    grounds = picks(_("本事项的不予许可理由"))
    reasons = words(_("不予许可的理由"), required=False, help_text=ONE_A_LINE)
    basis = picks(_("法律依据"))
    more_basis = words(_("其他法律依据"), rows=2, required=False, help_text=_("每行一条，写明法律名称和条款。"))
    technical_standard = words(_("所依据的技术标准"), rows=2, required=False, help_text=STANDARD)
    conditions = words(_("被许可人应当遵守的要求"), rows=3, required=False, help_text=ONE_A_LINE)
    territory = forms.CharField(
        label=_("适用范围"), required=False, max_length=200, help_text=_("依法没有地域限制的不填。")
    )
    valid_from = day(_("有效期起"), _("不填的，从申请的开始日期或者作出决定之日起。"))
    valid_to = day(_("有效期止"), _("不填的，按本事项规定的年限。"))
    disclosure_attr = forms.ChoiceField(
        label=_("公开属性"), required=False, choices=[("", _("按文书种类")), *Attribute.choices]
    )
    non_disclosure_ground = forms.ChoiceField(
        label=_("不予公开的理由"), required=False, choices=[("", _("（不适用）")), *Ground.choices]
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        if data is None:
            self.initial = {**self.initial, **self._begin()}

    def _begin(self) -> dict[str, Any]:
        held = drafted(self.handling)
        told = held.words.by_name() if held else proposed(self.handling)
        law = told["legal_basis"]
        return {
            **told,
            "revision": held.revision if held else 0,
            "granted": "yes" if told["granted"] else "no",
            "basis": [str(place) for place, text in enumerate(self.lines) if text in law],
            "more_basis": "\n".join(text for text in law if text not in self.lines),
            "conditions": "\n".join(told["conditions"]),
        }

    @property
    def found(self) -> str:
        """What the item's template says of a denial: offered beside the field."""
        return str(proposed(self.handling)["found"])

    def told(self) -> dict[str, Any]:
        written = self.cleaned_data
        kept = ("granted", "content", "territory", "valid_from", "valid_to", "disclosure_attr", "non_disclosure_ground")
        words = Words(
            **{name: written[name] for name in kept},
            reasons=self.reasons_given(written),
            legal_basis=self.law(written),
            technical_standard="" if written["granted"] else self.standard(written),
            conditions=written["conditions"].splitlines(),
        )
        return {"revision": written["revision"], "words": words}


class CorrectDecisionForm(DeedForm):
    """The decision's own words, to put right what was written wrongly; its result is not among them."""

    deed = "correct_decision"
    title = _("更正决定书文字错误")
    submit = _("更正并重新制作决定书")
    kind = "secondary"
    note = _("只更正文字、数字等书写错误，决定的结果不变。原决定书作废，按新编号重新制作，原文和理由保留。")
    says = {"opinion": "reasons"}

    reason = forms.CharField(label=_("更正理由"), max_length=150, error_messages={"required": _("请填写。")})
    content = words(_("许可内容或者查明的事实"), required=False)
    reasons = words(_("不予许可的理由"), required=False, help_text=ONE_A_LINE)
    legal_basis = words(_("法律依据"), rows=3, help_text=ONE_A_LINE)
    technical_standard = words(_("所依据的技术标准"), rows=2, required=False)
    conditions = words(_("被许可人应当遵守的要求"), rows=3, required=False, help_text=ONE_A_LINE)
    territory = forms.CharField(label=_("适用范围"), required=False, max_length=200)
    valid_from = day(_("有效期起"))
    valid_to = day(_("有效期止"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        if data is None:
            told = handling.decision.words.by_name()
            lines = {name: "\n".join(told[name]) for name in ("legal_basis", "conditions")}
            self.initial = {**self.initial, **told, **lines}

    def told(self) -> dict[str, Any]:
        told = super().told()
        reason = told.pop("reason")
        lists = {name: told[name].splitlines() for name in ("legal_basis", "conditions")}
        return {"reason": reason, "words": Words(granted=self.handling.decision.granted, **{**told, **lists})}
