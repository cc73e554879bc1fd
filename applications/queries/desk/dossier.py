"""Everything one agency may see of a case, gathered for its page.

行政许可法 Art. 35: the upper agency reads the package that was sent to it. Nothing of the lower handling is asked
for here, so nothing of it can be shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from applications.answers import Answered, answered
from applications.lamps import LampView, lamp_of
from applications.models import Correction, Handling, Package, Paper, Room, Step
from applications.queries.agents import represented
from applications.queries.desk.chronicle import chronicle
from applications.queries.desk.dues import clocks_of
from applications.queries.desk.materials import MaterialLine, material_lines
from applications.queries.desk.opening import package_from_below, papers_of
from applications.queries.dues import Clock
from hall.catalogue.spec import said
from hall.clock import today
from hall.events.chronicle import Happened
from hall.masking import mask_id_number
from hall.workdays.calendars import calendar_for


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    answers: list[Answered]


@dataclass(frozen=True, slots=True)
class Dossier:
    """``package`` is only there for an upper handling."""

    handling: Handling
    item_name: str
    lamp: LampView
    sections: list[Section]
    materials: list[MaterialLine]
    papers: list[Paper]
    steps: list[Step]
    corrections: list[Correction]
    clocks: list[Clock]
    timeline: list[Happened]
    package: Package | None

    @property
    def applicant_code(self) -> str:
        """A department that joins needs no citizen's number (个人信息保护法 Art. 6)."""
        application = self.handling.application
        hidden = not self.handling.is_lead and application.applicant_kind == "person"
        return mask_id_number(application.applicant_code) if hidden else application.applicant_code

    @property
    def agent_code(self) -> str:
        """Art. 29: whoever acts for the applicant, as closely as the applicant is known here."""
        application = self.handling.application
        return application.agent_code if self.handling.is_lead else mask_id_number(application.agent_code)

    @property
    def agent_holds(self) -> bool:
        return represented(self.handling.application)


def dossier_of(handling: Handling) -> Dossier:
    package = package_from_below(handling)
    told = handling.application.has_been_in(Room.CORRECTION) and handling.is_lead and not package
    corrections = list(handling.application.corrections.all()) if told else []
    calendar = calendar_for(handling.hall.code)
    return Dossier(
        handling=handling,
        item_name=said(handling.application.spec.name),
        lamp=lamp_of(handling.application, handling, today=today(), calendar=calendar),
        sections=_sections(_packed(package.content) if package else _needed(handling)),
        materials=material_lines(handling, package),
        papers=list(papers_of(handling, package)),
        steps=list(handling.steps.exclude(ended_at=None)),
        corrections=corrections,
        clocks=clocks_of(handling, calendar),
        timeline=chronicle(handling),
        package=package,
    )


def _sections(answers: Iterable[Answered]) -> list[Section]:
    return [Section(title, list(group)) for title, group in groupby(answers, key=lambda one: one.section)]


def _needed(handling: Handling) -> Iterable[Answered]:
    """All answers; a department that joins sees those that its part of the item needs (Art. 26)."""
    part = handling.joint_part
    needed = {one.key for one in handling.application.spec.fields if not part or part.needs_field(one)}
    return (one for one in answered(handling.application) if one.key in needed)


def _packed(content: dict[str, Any]) -> Iterable[Answered]:
    """The answers as the package froze them."""
    for one in content["answers"]:
        yield Answered(one["section"], "", one["label"], one["text"] or _("（未填写）"), personal=False)
