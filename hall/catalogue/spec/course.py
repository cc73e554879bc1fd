"""By whom and in which steps a case is handled, and what is looked at on the way (行政许可法 Art. 26, 34, 35)."""

from dataclasses import dataclass
from typing import Any, Literal

from hall.catalogue.conditions import Condition
from hall.catalogue.spec.form import FormField

# A value of organisations.Level: city or district.
Level = str
# ``join`` is in no blueprint: it is the one step of a department that joins (Art. 26).
StepKind = Literal["intake", "review", "report_up", "decide", "issue", "deliver", "join"]
# 行政许可法 Art. 26: one agency alone; one that takes in for all; several together; all in one place.
HandlingMode = Literal["single", "unified", "joint", "central"]


@dataclass(frozen=True, slots=True)
class Step:
    """A named step of the blueprint; ``next`` is the name of the one that follows, empty at the end."""

    name: str
    title: Any
    kind: StepKind
    level: Level
    department: str
    days: int
    next: str = ""
    opinion_required: bool = True
    standard: Any = ""


@dataclass(frozen=True, slots=True)
class JointPart:
    """What one other department examines beside the lead (Art. 26), in working days from acceptance.

    ``fields`` and ``materials`` are what it needs to see; without them every question that is not personal, and every
    material.
    """

    name: str
    title: Any
    level: Level
    department: str
    days: int
    fields: tuple[str, ...] | None = None
    materials: tuple[str, ...] | None = None
    standard: Any = ""

    def needs_field(self, one: "FormField") -> bool:
        return not one.personal if self.fields is None else one.key in self.fields

    def needs_material(self, key: str) -> bool:
        return self.materials is None or key in self.materials


@dataclass(frozen=True, slots=True)
class Route:
    level: Level
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class CheckPoint:
    """One point that the examiner answers, with the rule that it comes from."""

    key: str
    text: Any
    basis: Any = ""


@dataclass(frozen=True, slots=True)
class InspectionRule:
    """Whether two officers must go and look (行政许可法 Art. 34), or test by a technical standard (Art. 55).

    ``level`` says which side of a two-level item does it; empty is the side that takes the application.
    """

    required: bool = False
    kind: Literal["site", "technical"] = "site"
    standard: Any = ""
    level: Level = ""
