"""What the papers say, as frozen plain values: a paper printed twice, or next year, says the same.

``CaseFacts`` is common to all papers of a case; each paper adds one class of its own below. Every ID number
in here is already masked: nothing on a paper needs the whole one (domain.md §2.1, 个人信息保护法 Art. 28).
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

    @property
    def is_organisation(self) -> bool:
        return self.kind == "organisation"


@dataclass(frozen=True, slots=True)
class Organ:
    """The deciding organ, as it was named on the day; ``short_name`` is its 机关代字."""

    name: str
    uscc: str
    short_name: str
    phone: str
    supervision_phone: str
    address: str = ""
    reconsideration_organ: str = ""
    reconsideration_url: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the form, in the order of the form and under its section."""

    section: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One material as it was received."""

    name: str
    originals: int = 1
    copies: int = 0
    medium: str = "电子"
    received_at: datetime | None = None


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


@dataclass(frozen=True, slots=True)
class ApplicationForm:
    """D-01, 行政许可法 Art. 29, 31: the request and the promise that it is true."""

    case: CaseFacts
    request: str
    submitted_at: datetime
    commitment: str = (
        "本申请人对所填报内容和所提交材料的真实性、合法性、有效性负责；"
        "如有隐瞒有关情况或者提供虚假材料，愿意承担相应的法律责任。"
    )
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """D-02: what was taken in, given for a first filing and for each supplement."""

    case: CaseFacts
    received_at: datetime
    receiver: str
    for_correction: bool = False


@dataclass(frozen=True, slots=True)
class Acceptance:
    """D-03, Art. 32(5); ``deemed`` when nothing was said in five working days (Art. 32(4))."""

    case: CaseFacts
    accepted_on: date
    deemed: bool = False
    fee_note: str = "本事项不收费。"
    special_note: str = ""


@dataclass(frozen=True, slots=True)
class NotRequired:
    """D-04a, Art. 32(1): the matter needs no licence."""

    case: CaseFacts
    reason: str
    electronic: bool = True


@dataclass(frozen=True, slots=True)
class NotCompetent:
    """D-04b, Art. 32(2): outside the organ's powers, with the organ to apply to."""

    case: CaseFacts
    reason: str
    competent_agency: str
    competent_contact: str = ""
    electronic: bool = True


@dataclass(frozen=True, slots=True)
class Defect:
    """One line of a correction notice; ``problem`` is 缺失, 不符合形式 or 内容错误."""

    material: str
    problem: str
    detail: str
    requirement: str
    form: str = "电子件"
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Correction:
    """D-05, Art. 32(4): everything that must be corrected, told once."""

    case: CaseFacts
    defects: tuple[Defect, ...]
    latest_on: date | None
    how: str = "请登录本大厅“我的空间”，在本办件的“补正材料”中逐项提交；也可以到受理窗口提交。"
    consequence: str = "逾期未补正的，本机关将依法作出处理，并书面告知您。补正期间不计入办理期限。"


@dataclass(frozen=True, slots=True)
class PreliminaryOpinion:
    """D-23, Art. 35: the lower organ's opinion and the complete package for the upper organ."""

    case: CaseFacts
    addressee: str
    accepted_on: date
    examiner: str
    opinion: str
    findings: str
    favourable: bool
    package: tuple[HandedIn, ...]


@dataclass(frozen=True, slots=True)
class Grant:
    """D-11, Art. 38: what is allowed, where, how long and under which conditions."""

    case: CaseFacts
    accepted_on: date
    scope: str
    legal_basis: tuple[str, ...]
    review_summary: str = ""
    conditions: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    territory: str = ""
    certificate_name: str = ""
    certificate_no: str = ""


@dataclass(frozen=True, slots=True)
class Denial:
    """D-12, Art. 38, 55: facts, reasons, basis and remedies."""

    case: CaseFacts
    accepted_on: date
    found: str
    reasons: tuple[str, ...]
    legal_basis: tuple[str, ...]
    electronic: bool = True


@dataclass(frozen=True, slots=True)
class LicenceCertificate:
    """D-13, Art. 39: the certificate; ``entries`` are the lines that the item adds."""

    case: CaseFacts
    name: str
    licence_no: str
    identifier: str
    scope: str
    valid_from: date
    valid_until: date | None
    entries: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Served:
    """One paper on a service record."""

    title: str
    number: str
    copies: int = 1


@dataclass(frozen=True, slots=True)
class ServiceRecord:
    """D-14, Art. 44: who was given what, where, how and when; ``mode`` is a code of ``SERVICE_MODES``."""

    case: CaseFacts
    papers: tuple[Served, ...]
    addressee: str
    place: str
    mode: str
    served_at: datetime
    servers: tuple[str, ...]
    received_by: str = ""
    channel: str = ""
    receipt_id: str = ""
    witness: str = ""
    remark: str = ""


SERVICE_MODES = {
    "1": "现场送达", "2": "邮寄送达", "3": "电子送达", "4": "公告送达", "5": "代理人签收", "6": "留置送达",
}

Content = (
    ApplicationForm | Receipt | Acceptance | NotRequired | NotCompetent | Correction | PreliminaryOpinion
    | Grant | Denial | LicenceCertificate | ServiceRecord
)
