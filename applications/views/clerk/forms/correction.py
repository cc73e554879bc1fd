"""The one complete list of what is missing (行政许可法 Art. 32 (4)): three inputs for each field and each material.

Only what the item's form and material list name is offered, so nothing else can be demanded (Art. 31).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.actions.correct import Entry
from applications.models import Handling
from applications.queries.promises import stood_in
from applications.views.clerk.forms.base import DeedForm
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
        "只能告知一次，请勾选全部需要补正的项目。"
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        application = handling.application
        # What was promised instead, or may follow later, is asked for by nobody.
        without = {Target("material", key, "").name for key in stood_in(application)}
        asked = targets_of(application.spec, application.all_answers)
        self.targets = [one for one in asked if one.name not in without]
        for target in self.targets:
            self.fields[target.name] = forms.BooleanField(label=target.label, required=False)
            words = {"about": target.label}
            self.fields[f"{target.name}-problem"] = _line(_("%(about)s的问题") % words)
            self.fields[f"{target.name}-requirement"] = _line(_("%(about)s的补正要求") % words)

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


def _line(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
