"""How far a draft has come: each section of its form, its materials, and what still keeps it from being filed."""

from dataclasses import dataclass
from typing import Any, Literal

from applications import filling
from applications.models import Application, Material
from applications.queries.mine import materials_now
from applications.queries.promises import stood_in
from hall.catalogue.spec import Material as MaterialSpec
from hall.catalogue.spec import Section, said

Progress = Literal["done", "todo", "problem", "later"]


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the form; ``later`` means that no question of it is asked so far."""

    number: int
    title: str
    progress: Progress


def parts_of(draft: Application) -> list[Part]:
    answers, missing = filling.fill(draft.spec, draft.all_answers, whole=True)
    _half, wrong = filling.fill(draft.spec, draft.all_answers, whole=False)
    return [
        Part(number, said(section.title), _progress(section, answers, missing, wrong))
        for number, section in enumerate(draft.spec.sections, start=1)
    ]


def _progress(
    section: Section, answers: dict[str, Any], missing: filling.Problems, wrong: filling.Problems
) -> Progress:
    keys = {field.key for field in section.fields}
    if not any(field.asked(answers) for field in section.fields):
        return "later"
    if any(place.partition(".")[0] in keys for place in wrong):
        return "problem"
    return "todo" if any(place.partition(".")[0] in keys for place in missing) else "done"


def asked_materials(application: Application) -> list[tuple[MaterialSpec, Material | None]]:
    """Each material that these answers ask for, with the one handed in."""
    present = materials_now(application)
    return [(one, present.get(one.key)) for one in application.spec.materials if one.asked(application.all_answers)]


def materials_missing(application: Application) -> int:
    asked, standing = asked_materials(application), stood_in(application)
    return sum(one.owed and present is None and one.key not in standing for one, present in asked)
