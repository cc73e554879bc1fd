"""What is common to all papers of a case, as frozen plain values: a paper printed twice says the same twice.

Every ID number in here is already masked: nothing on a paper needs the whole one
(domain.md §2.1; 个人信息保护法 Art. 6, 28).
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Party:
    """An applicant or the one who acts for them; ``kind`` is person or organisation."""

    name: str
    kind: str
    id_masked: str
    id_label: str = "公民身份号码"
    phone: str = ""
    address: str = ""
    legal_representative: str = ""


@dataclass(frozen=True, slots=True)
class Organ:
    """The organ that issues, as it was named on the day; ``short_name`` is its 机关代字."""

    name: str
    uscc: str
    short_name: str
    phone: str
    supervision_phone: str
    address: str = ""
    reconsideration_organ: str = ""
    reconsideration_url: str = ""
    court: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the form, in the order of the form and under its section."""

    section: str
    label: str
    text: str
    # As what kind of secret the applicant marked it (Art. 5).
    marked: str = ""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One material as it was received."""

    name: str
    originals: int = 1
    copies: int = 0
    medium: str = "电子件"
    received_at: datetime | None = None
    # As what kind of secret the applicant marked it (Art. 5).
    marked: str = ""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The common header of every paper (domain.md §2.1)."""

    case_no: str
    item_name: str
    task_code: str
    hall_name: str
    applicant: Party
    issuer: Organ
    received_on: date
    agent: Party | None = None
    query_code: str = ""
    track_url: str = ""
    statutory_due: date | None = None
    statutory_words: str = ""
    promise_due: date | None = None
    promise_words: str = ""
    materials: tuple[HandedIn, ...] = ()
    answers: tuple[Answer, ...] = ()
    handle_item: str = ""
