"""One version of an item, whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from hall.catalogue.conditions import Answers, holds
from hall.catalogue.fees import NO_FEES, Fees
from hall.catalogue.spec.course import CheckPoint, HandlingMode, InspectionRule, JointPart, Level, Route, Step
from hall.catalogue.spec.form import POWER_OF_ATTORNEY, FormField, Material, Section, Warning
from hall.catalogue.spec.outcome import NO_TEMPLATE, Allocation, Automatic, DecisionTemplate, Exam, Quota, Result
from hall.catalogue.spec.terms import STATEMENT_DAYS, Limit, SpecialProcedure
from hall.catalogue.spec.texts import said


@dataclass(frozen=True, slots=True)
class ItemSpec:
    """One version of an item. ``content`` keeps the guide's free texts for the pages that show them."""

    code: str
    name: Any
    task_type: str
    applicants: tuple[Literal["person", "organisation"], ...]
    online_allowed: bool
    min_real_name_level: int
    statutory: Limit
    promise: Limit
    correction: Limit
    steps: tuple[Step, ...]
    sections: tuple[Section, ...]
    materials: tuple[Material, ...]
    routes: tuple[Route, ...]
    warnings: tuple[Warning, ...]
    result: Result
    basis: tuple[Any, ...]
    sample: bool = True
    # 行政许可法 Art. 78, 79: false materials bar the applicant from items of safety for a time.
    safety_related: bool = False
    # The law by which an application lapses when a correction is not supplied; without one it never does.
    lapse_basis: Any = ""
    decision: DecisionTemplate = NO_TEMPLATE
    content: Mapping[str, Any] = field(default_factory=dict)
    statutory_by_level: Mapping[Level, Limit] = field(default_factory=dict)
    special_procedures: tuple[SpecialProcedure, ...] = ()
    # Art. 55: decided by technical standards; two officers or more are named within five working days.
    technical_inspection: bool = False
    # Art. 46: the law wants a hearing before every decision on this item.
    hearing_required: bool = False
    # Art. 12, in the words of the credit platform: one of the five, or 其他- and which.
    licence_category: str = "普通"
    allocation: Allocation = "ordinary"
    quota: Quota | None = None
    exam: Exam | None = None
    inspection: InspectionRule | None = None
    checklist: tuple[CheckPoint, ...] = ()
    statement_days: int = STATEMENT_DAYS
    automatic: Automatic | None = None
    handling_mode: HandlingMode = "single"
    joint: tuple[JointPart, ...] = ()
    fees: Fees = NO_FEES
    # Art. 29: an agent may apply, unless a law wants the applicant in person, which is then the basis.
    agent_allowed: bool = True
    in_person_basis: Any = ""
    power_of_attorney: Material = POWER_OF_ATTORNEY
    # Art. 9: a licence is transferred only where a law allows it, which is then the basis.
    transferable: bool = False
    transfer_basis: Any = ""

    @property
    def represented(self) -> "ItemSpec":
        """The item as an agent meets it: with the power of attorney among its materials."""
        return replace(self, materials=(*self.materials, self.power_of_attorney))

    @property
    def is_instant(self) -> bool:
        """即办件 (行政许可法 Art. 34 para. 2): complete and in form, it is decided on the spot; nothing is examined."""
        inspected = self.technical_inspection or (self.inspection is not None and self.inspection.required)
        examined = inspected or any(step.kind in ("review", "report_up") for step in self.steps)
        return self.promise.days == 0 and not examined

    def statutory_for(self, level: Level) -> Limit:
        """The statutory limit of the handling at one level (Art. 43: the lower one has its own)."""
        return self.statutory_by_level.get(level, self.statutory)

    def may_inspect(self, level: Level) -> bool:
        """Whether the item provides for an inspection by the handling at this level."""
        if self.inspection is None:
            return False
        return level == (self.inspection.level or (self.first_step.level if self.is_two_level else level))

    def must_inspect(self, level: Level) -> bool:
        """Whether that handling cannot end in a grant without one."""
        return self.may_inspect(level) and self.inspection is not None and self.inspection.required

    @property
    def fields(self) -> tuple[FormField, ...]:
        return tuple(one for section in self.sections for one in section.fields)

    @property
    def first_step(self) -> Step:
        return self.steps[0]

    def step(self, name: str) -> Step:
        return next(step for step in self.steps if step.name == name)

    def joint_part(self, name: str) -> JointPart | None:
        """The part of joint handling with this name."""
        return next((part for part in self.joint if part.name == name), None)

    def level_for(self, answers: Answers) -> Level:
        """The level that takes the application: the first route whose condition holds."""
        return next((route.level for route in self.routes if holds(route.when, answers)), self.first_step.level)

    def steps_for(self, level: Level) -> tuple[Step, ...]:
        """The steps of the side that takes the case. With one level only, every step is done where it was filed."""
        if self.is_two_level:
            return self.steps
        return tuple(step for step in self.steps if step.level == level) or self.steps

    @property
    def is_two_level(self) -> bool:
        """Art. 35: a lower agency examines first, an upper one decides."""
        return any(step.kind == "report_up" for step in self.steps)

    def warnings_for(self, answers: Answers) -> list[str]:
        return [said(warning.text) for warning in self.warnings if holds(warning.when, answers)]
