"""Entries of a list of what is missing: each pinned to a field or a material that the item names (Art. 31, 32 (4))."""

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from django.utils.translation import gettext as _

from applications.documents.builders import Defect
from applications.models import Application
from applications.queries.promises import stood_in
from hall.catalogue.spec import on_record
from hall.errors import Incomplete, NotAllowed


class Entry(TypedDict):
    """One thing to correct; ``target`` is field or material."""

    target: str
    key: str
    problem: str
    requirement: str


def place_of(entry: Mapping[str, Any]) -> str:
    """The name of an entry on forms and in refusals."""
    return f"{entry['target']}-{entry['key']}"


def listed(
    application: Application, entries: Sequence[Mapping[str, Any]], *, told: Sequence[str]
) -> list[dict[str, str]]:
    """The entries with the names of what they point at, frozen as they are told; each must say all of ``told``.

    What the applicant promised, or may hand in later, is no longer asked for (国办发〔2020〕42号).
    """
    spec, standing = application.spec, stood_in(application)
    labels = {("field", one.key): on_record(one.label) for one in spec.fields}
    labels |= {("material", one.key): on_record(one.name) for one in spec.materials}
    if not entries:
        raise Incomplete(_("请至少列出一项需要补正的内容。"), fields={"entries": [_("请至少选择一项。")]})
    frozen = []
    for number, entry in enumerate(entries):
        label = labels.get((entry["target"], entry["key"]))
        if label is None:
            raise NotAllowed(_("只能要求补正本事项表单和材料目录中的内容。"))
        if entry["target"] == "material" and entry["key"] in standing:
            words = {"name": label}
            raise NotAllowed(_("“%(name)s”已由申请人以告知承诺代替，或者容缺后补，不能再要求补正。") % words)
        if not all(str(entry[name]).strip() for name in told):
            place = f"entries.{number}"
            raise Incomplete(_("请写明每一项的问题和补正要求。"), fields={place: [_("请写明问题和补正要求。")]})
        frozen.append({**entry, "label": label})
    return frozen


def defects_of(entries: Sequence[Mapping[str, str]]) -> tuple[Defect, ...]:
    """The same list as it stands on the notice."""
    return tuple(
        Defect(
            material=entry["label"],
            problem=entry["problem"],
            detail=entry["problem"],
            requirement=entry["requirement"],
        )
        for entry in entries
    )
