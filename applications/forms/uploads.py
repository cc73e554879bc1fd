"""The files that a page asks for: one input for each material, all in one form, so that no chosen file is lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from applications.filling import Problems
from applications.forms.drawn import DrawnForm
from applications.models import Material
from hall.catalogue.spec import Material as MaterialSpec
from hall.catalogue.spec import said

Asked = Sequence[tuple[MaterialSpec, Material | None]]


@dataclass(frozen=True, slots=True)
class Upload:
    """One material: what is asked, what was handed in, and the input for it."""

    key: str
    name: str
    required: bool
    limits: str
    notes: list[tuple[str, str]]
    present: Material | None
    bound: BoundField


class UploadForm(DrawnForm):
    """Draws the inputs and the problems; the content of a file is judged by hall.files."""

    def __init__(self, asked: Asked, problems: Problems | None = None) -> None:
        super().__init__()
        self.asked, self.problems = asked, problems or {}
        for material, present in asked:
            kinds = ",".join(f".{kind}" for kind in material.accept)
            field = forms.FileField(widget=forms.FileInput(attrs={"accept": kinds}))
            # Whether it must be handed in stands beside the name of the material.
            field.label = _("更换文件") if present else _("选择文件")
            self.fields[f"material.{material.key}"] = field

    @property
    def layout(self) -> list[Upload]:
        return [self._upload(material, present) for material, present in self.asked]

    def _upload(self, material: MaterialSpec, present: Material | None) -> Upload:
        return Upload(
            key=material.key,
            name=said(material.name),
            required=material.owed,
            limits=limits_of(material),
            notes=_notes(material),
            present=present,
            bound=self[f"material.{material.key}"],
        )

    @property
    def links(self) -> list[tuple[str, str]]:
        names = {f"material.{material.key}": said(material.name) for material, _present in self.asked}
        return [
            (self[place].id_for_label, f"{names[place]}：{word}")
            for place, words in self.problems.items()
            if place in names
            for word in words
        ]


def limits_of(material: MaterialSpec) -> str:
    """What may be handed in, before anybody chooses a file."""
    kinds = _("、").join(kind.upper() for kind in material.accept)
    return _("可上传 %(kinds)s，一个文件，不超过 %(most)d MB。") % {"kinds": kinds, "most": material.max_mb}


def _notes(material: MaterialSpec) -> list[tuple[str, str]]:
    told = [
        (_("要求"), said(material.standard)),
        (_("来源"), said(material.source)),
        (_("说明"), said(material.note)),
    ]
    return [(label, text) for label, text in told if text]
