"""What a published version of an item says, as typed and frozen values read from its stored content.

Content is the item file itself as JSON (docs/items.md, item.schema.json): a text is a string or {zh, en}.
Everything upstairs (form, filing, workflow, deadlines, papers) reads these classes and never the raw content.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Literal

from django.utils.translation import get_language

from hall.catalogue.conditions import Answers, Condition, holds
from hall.catalogue.fees import NO_FEES, Fees

# A value of organisations.Level: city or district.
Level = str
Unit = Literal["working", "natural", "month"]
FieldType = Literal[
    "text", "long_text", "number", "money", "date", "choice", "choices", "yes_no", "rows", "phone", "id_card", "uscc"
]
Allocation = Literal["ordinary", "bid_auction", "exam"]
# 行政许可法 Art. 39: 许可证、执照; 资格证、资质证; 批准文件、证明文件; 法律、法规规定的其他证件.
CertificateKind = Literal["licence", "qualification", "approval_document", "other"]
QuotaPeriod = Literal["year", "month", "total"]
# ``join`` is in no blueprint: it is the one step of a department that joins (Art. 26).
StepKind = Literal["intake", "review", "report_up", "decide", "issue", "deliver", "join"]
# 行政许可法 Art. 26: one agency alone; one that takes in for all; several together; all in one place.
HandlingMode = Literal["single", "unified", "joint", "central"]

# How many working days whoever is heard has to state their views (行政许可法 Art. 36), where the item says nothing.
STATEMENT_DAYS = 5


def said(text: Any) -> str:
    """A text of an item file in the reader's language; Chinese where no translation was given."""
    if not isinstance(text, Mapping):
        return str(text or "")
    language = (get_language() or "zh")[:2]
    return str(text.get(language) or text.get("zh") or "")


def on_record(text: Any) -> str:
    """A text of an item file as records and papers keep it: Chinese, whatever language whoever acts reads."""
    return str((text.get("zh") if isinstance(text, Mapping) else text) or "")


@dataclass(frozen=True, slots=True)
class Limit:
    """A period: days (or months), its unit and its words when it cannot be computed (``days`` is then None)."""

    days: int | None
    unit: Unit = "working"
    extension_days: int = 0
    note: Any = ""


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: Any


@dataclass(frozen=True, slots=True)
class FormField:
    """One question. ``personal`` answers are stored encrypted; ``columns`` are the questions of a repeated row."""

    key: str
    label: Any
    type: FieldType
    required: bool = True
    personal: bool = False
    help: Any = ""
    example: Any = ""
    purpose: Any = ""
    choices: tuple[Choice, ...] = ()
    columns: tuple["FormField", ...] = ()
    when: Condition | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    max_length: int = 500

    def asked(self, answers: Answers) -> bool:
        return holds(self.when, answers)


@dataclass(frozen=True, slots=True)
class Section:
    title: Any
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """告知承诺 (国办发〔2020〕42号): the applicant may promise in writing instead of handing in this proof.

    ``verify_days`` are the working days after the decision in which the promise is verified.
    """

    proves: Any
    text: Any
    consequence: Any
    verify_days: int
    online: bool = True


@dataclass(frozen=True, slots=True)
class Tolerance:
    """容缺后补: the case is accepted without this material, which follows within ``days`` working days.

    ``grant_first``: the item lets a grant come before the material was made up.
    """

    days: int
    consequence: Any
    grant_first: bool = False


@dataclass(frozen=True, slots=True)
class SharedSource:
    """Where a material is fetched instead of asked for (Art. 33); ``of`` is what is looked for there."""

    source: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """A material the applicant hands in (domain.md §3.5); ``tolerated`` ones are owed too, but may follow later."""

    key: str
    name: Any
    type: str = "other"
    format: str = "electronic"
    necessity: Literal["required", "optional", "tolerated"] = "required"
    originals: int = 1
    copies: int = 0
    source: Any = ""
    basis: Any = ""
    standard: Any = ""
    note: Any = ""
    accept: tuple[str, ...] = ("pdf", "jpg", "png")
    max_mb: int = 10
    when: Condition | None = None
    commitment: Commitment | None = None
    tolerance: Tolerance | None = None
    data_share_source: SharedSource | None = None

    def asked(self, answers: Answers) -> bool:
        return holds(self.when, answers)

    @property
    def owed(self) -> bool:
        """Whether an application without it, and without a promise in its place, is incomplete."""
        return self.necessity != "optional"


# What an agent hands in where the item's own list says nothing else of it (行政许可法 Art. 29; 民法典 Art. 165).
POWER_OF_ATTORNEY = Material(
    key="power_of_attorney",
    name={"zh": "授权委托书", "en": "Power of attorney"},
    basis="《中华人民共和国行政许可法》第二十九条第二款",
    standard={
        "zh": "写明代理人的姓名、代理事项、权限和期限，由委托人签名或者盖章。",
        "en": "Names the agent, the matter, the powers and the term; signed or sealed by the principal.",
    },
)


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
class Warning:
    text: Any
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Renewal:
    """Art. 50: asked for at least ``before_days`` natural days before the end, at the earliest ``opens_days``."""

    before_days: int = 30
    opens_days: int = 90
    # Days before the end on which the holder is reminded, each once.
    reminders: tuple[int, ...] = (90, 60, 45, 30)


@dataclass(frozen=True, slots=True)
class Result:
    """What a grant gives: kind, name, the letters before its number and how long it holds.

    ``certificate_kind`` is one of the four kinds of 行政许可法 Art. 39; where the file says none, that of its ``kind``.
    ``shows`` are the questions whose answers stand on the certificate.
    """

    kind: Literal["certificate", "approval", "other"]
    name: Any
    certificate_kind: CertificateKind = "other"
    prefix: str = ""
    valid_years: int | None = None
    validity: Any = ""
    content: Any = ""
    renewal: Renewal | None = None
    shows: tuple[str, ...] = ()


# 行政许可法 Art. 45, a closed list: nothing else stops the clock, unless an item names the law that says so.
STOPS_THE_CLOCK = (
    "hearing", "tender", "auction", "inspection", "testing", "quarantine", "appraisal", "expert_review",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SpecialProcedure:
    """What the guide announces; ``stops_clock`` of a kind of its own rests on the ``basis`` beside it."""

    name: Any
    kind: str
    days: int | None = None
    basis: Any = ""
    note: Any = ""
    stops_clock: bool = False


@dataclass(frozen=True, slots=True)
class Quota:
    """How many may be granted (Art. 57): in a calendar year or month, or in force at one time (``total``)."""

    number: int
    period: QuotaPeriod = "total"


@dataclass(frozen=True, slots=True)
class Exam:
    """What is published before an exam or assessment (Art. 54): conditions, method, subjects, syllabus."""

    conditions: Any
    method: Any
    subjects: Any
    syllabus: Any


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


@dataclass(frozen=True, slots=True)
class AutomaticRule:
    """One published rule; ``when`` reads the answers, ``material.KEY`` and ``level`` (applications.automatic)."""

    name: str
    text: Any
    when: Condition


@dataclass(frozen=True, slots=True)
class Automatic:
    """自动审批: where every rule holds, the grant of ``content`` follows by itself; otherwise a person handles it.

    ``wait_minutes`` after filing a clerk may still take over and the applicant may still ask for a person.
    """

    rules: tuple[AutomaticRule, ...]
    content: Any
    wait_minutes: int = 10


@dataclass(frozen=True, slots=True)
class DenialGround:
    """A reason for which this item may be denied, with the law that it rests on (行政许可法 Art. 38 (2))."""

    key: str
    text: Any
    basis: Any


@dataclass(frozen=True, slots=True)
class DecisionTemplate:
    """How a decision paper of this item reads; ``{applicant}``, ``{item}`` and ``{answers.KEY}`` are filled in.

    ``territory`` is empty where the law sets no territorial limit (Art. 41).
    """

    grant: Any = ""
    deny: Any = ""
    grounds: tuple[DenialGround, ...] = ()
    conditions: tuple[Any, ...] = ()
    territory: Any = ""


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
    decision: DecisionTemplate = DecisionTemplate()
    content: Mapping[str, Any] = field(default_factory=dict)
    statutory_by_level: Mapping[Level, Limit] = field(default_factory=dict)
    special_procedures: tuple[SpecialProcedure, ...] = ()
    # Art. 55: decided by technical standards; two officers or more are named within five working days.
    technical_inspection: bool = False
    # Art. 46: the law wants a hearing before every decision on this item.
    hearing_required: bool = False
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
