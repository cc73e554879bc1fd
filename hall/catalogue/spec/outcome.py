"""What a decision gives and by which rules it is made (行政许可法 Art. 37 to 39, 50, 53, 54, 57)."""

from dataclasses import dataclass
from typing import Any, Literal

from hall.catalogue.conditions import Condition

Allocation = Literal["ordinary", "bid_auction", "exam"]
# 行政许可法 Art. 39: 许可证、执照; 资格证、资质证; 批准文件、证明文件; 法律、法规规定的其他证件.
CertificateKind = Literal["licence", "qualification", "approval_document", "other"]
QuotaPeriod = Literal["year", "month", "total"]


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
    ``shows`` are the questions whose answers stand on the certificate. ``ends_by`` is the question that was answered
    with the last day, or with how many natural days it holds; ``valid_years`` is then the most. ``begins_by`` is the
    one that was answered with the first day.
    """

    kind: Literal["certificate", "approval", "other"]
    name: Any
    certificate_kind: CertificateKind = "other"
    prefix: str = ""
    valid_years: int | None = None
    begins_by: str = ""
    ends_by: str = ""
    validity: Any = ""
    content: Any = ""
    renewal: Renewal | None = None
    shows: tuple[str, ...] = ()


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


NO_TEMPLATE = DecisionTemplate()
