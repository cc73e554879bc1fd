"""What an applicant answers, promises and hands in (行政许可法 Art. 31)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from hall.catalogue.conditions import Answers, Condition, holds

FieldType = Literal[
    "text", "long_text", "number", "money", "date", "choice", "choices", "yes_no", "rows", "phone", "id_card", "uscc"
]


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
class Warning:
    text: Any
    when: Condition | None = None
