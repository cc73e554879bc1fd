"""The one complete list of what is missing (行政许可法 Art. 32 (4)): three inputs for each field and each material.

Only what the item's form and material list name is offered, so nothing else can be demanded (Art. 31).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.actions.listing import Entry, place_of
from applications.models import Handling
from applications.queries.corrections import last_correction, pending_widening
from applications.queries.promises import stood_in
from applications.views.clerk.forms.base import DeedForm, words, yes_or_no
from hall.catalogue.spec import ItemSpec, said


@dataclass(frozen=True, slots=True)
class Target:
    """Something that may be listed; ``name`` begins the names of its three inputs."""

    target: str
    key: str
    label: str

    @property
    def name(self) -> str:
        return f"{self.target}-{self.key}"


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    picked: BoundField
    problem: BoundField
    requirement: BoundField


def targets_of(spec: ItemSpec, answers: dict[str, Any]) -> Iterator[Target]:
    """What was asked of this applicant: the form's questions, then the materials."""
    for field in spec.fields:
        if field.asked(answers):
            yield Target("field", field.key, said(field.label))
    for material in spec.materials:
        if material.asked(answers):
            yield Target("material", material.key, said(material.name))


class CorrectForm(DeedForm):
    deed = "correct"
    template = "applications/clerk/deeds/correct.html"
    title = pgettext_lazy("deed", "一次性告知补正")
    submit = _("发出补正告知书")
    kind = "secondary"
    note = _(
        "材料不齐全或者不符合法定形式的，应当一次告知需要补正的全部内容（《行政许可法》第三十二条）。"
        "请勾选全部需要补正的项目；以后只能重复其中尚未补正的项目，新的要求须经监督人员同意。"
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.targets = self._offered(handling)
        for target in self.targets:
            self.fields[target.name] = forms.BooleanField(label=target.label, required=False)
            about = {"about": target.label}
            self.fields[f"{target.name}-problem"] = _line(_("%(about)s的问题") % about)
            self.fields[f"{target.name}-requirement"] = _line(_("%(about)s的补正要求") % about)

    def _offered(self, handling: Handling) -> list[Target]:
        application = handling.application
        # What was promised instead, or may follow later, is asked for by nobody.
        without = {Target("material", key, "").name for key in stood_in(application)}
        asked = targets_of(application.spec, application.all_answers)
        return [one for one in asked if one.name not in without]

    def field_lines(self) -> list[Line]:
        return [self._line(one) for one in self.targets if one.target == "field"]

    def material_lines(self) -> list[Line]:
        return [self._line(one) for one in self.targets if one.target == "material"]

    def clean(self) -> dict[str, Any]:
        written: dict[str, Any] = super().clean() or {}
        picked = [one for one in self.targets if written.get(one.name)]
        if not picked:
            self.add_error(None, _("请至少勾选一项需要补正的内容。"))
        for one in picked:
            for part, missing in (("problem", _("请写明问题。")), ("requirement", _("请写明怎样补正。"))):
                if not written.get(f"{one.name}-{part}"):
                    self.add_error(f"{one.name}-{part}", missing)
        return written

    def told(self) -> dict[str, Any]:
        written = self.cleaned_data
        return {
            "entries": [
                Entry(
                    target=one.target,
                    key=one.key,
                    problem=written[f"{one.name}-problem"],
                    requirement=written[f"{one.name}-requirement"],
                )
                for one in self.targets
                if written[one.name]
            ]
        }

    def _line(self, target: Target) -> Line:
        name = target.name
        return Line(target.label, self[name], self[f"{name}-problem"], self[f"{name}-requirement"])


class RepeatForm(DeedForm):
    """A second notice: the entries of the one before, in its words; ticked are those that are still unmet."""

    deed = "repeat_correction"
    template = "applications/clerk/deeds/repeat.html"
    title = _("再次告知尚未补正的项目")
    submit = _("再次发出补正告知书")
    kind = "secondary"
    note = _("只能重复上一次告知中尚未补正的项目，问题和补正要求沿用原文。新的要求须先经监督人员同意。")

    unmet = forms.MultipleChoiceField(
        label=_("尚未补正的项目"), required=False, widget=forms.CheckboxSelectMultiple
    )
    widened = forms.BooleanField(label=_("同时告知经监督人员同意增补的项目"), required=False)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        last = last_correction(handling.application)
        told = last.entries if last else []
        choices = [(place_of(entry), f"{entry['label']}：{entry['problem']}") for entry in told]
        self.fields["unmet"].choices = choices  # type: ignore[attr-defined]
        widening = pending_widening(handling.application) if last else None
        if widening is None or not widening.allowed:
            del self.fields["widened"]

    def clean(self) -> dict[str, Any]:
        written: dict[str, Any] = super().clean() or {}
        if not written.get("unmet") and not written.get("widened"):
            self.add_error("unmet", _("请至少勾选一项仍未补正的内容。"))
        return written


class WidenForm(CorrectForm):
    """What was not told the first time, laid before the supervisor."""

    deed = "ask_widening"
    template = "applications/clerk/deeds/widen.html"
    title = _("申请增补补正要求")
    submit = _("报监督人员审核")
    note = _("依法应当一次告知全部内容。确需增补的，写明第一次没有告知的原因，由监督人员审核；告知后记入效能监督。")
    says: ClassVar[Mapping[str, str]] = {"opinion": "reason"}

    reason = words(_("第一次没有告知的原因"), rows=3)

    def told(self) -> dict[str, Any]:
        return {**super().told(), "reason": self.cleaned_data["reason"]}

    def _offered(self, handling: Handling) -> list[Target]:
        last = last_correction(handling.application)
        told = {place_of(entry) for entry in last.entries} if last else set()
        return [one for one in super()._offered(handling) if one.name not in told]


class AnswerWideningForm(DeedForm):
    deed = "answer_widening"
    title = _("审核增补补正要求")
    submit = _("提交审核意见")
    note = _("应当一次告知需要补正的全部内容（《行政许可法》第三十二条、第七十二条）。要求和原因见本页“增补补正要求”。")
    says: ClassVar[Mapping[str, str]] = {"opinion": "answer"}

    allowed = yes_or_no(_("审核结论"), _("同意增补"), _("不同意增补"))
    answer = words(_("理由"), rows=3)


class SpotForm(DeedForm):
    """Small errors, mended by the applicant the same day; each is named, one sentence says what is wrong."""

    deed = "open_on_spot"
    title = _("开放当场更正")
    submit = _("开放给申请人更正")
    kind = "secondary"
    note = _(
        "申请材料存在可以当场更正的错误的，应当允许申请人当场更正（《行政许可法》第三十二条）。"
        "由申请人在今天内自己更正，收件时间和受理期限不变，不出具文书。"
    )

    places = forms.MultipleChoiceField(
        label=_("开放更正的内容"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("请至少勾选一项。")},
    )
    problem = words(_("需要更正什么"), rows=2, help_text=_("申请人可以看到。"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        application = handling.application
        self.targets = {one.name: one for one in targets_of(application.spec, application.all_answers)}
        self.fields["places"].choices = [(name, one.label) for name, one in self.targets.items()]  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        picked = [self.targets[name] for name in self.cleaned_data["places"]]
        problem = self.cleaned_data["problem"]
        return {"entries": [{"target": one.target, "key": one.key, "problem": problem} for one in picked]}


def _line(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
