"""D-08 核查（勘验）笔录 (行政许可法 Art. 34, 55): who went, where, when, what was found, who confirmed."""

from dataclasses import dataclass
from datetime import datetime

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class Officer:
    """Who went, with the number of the certificate that was shown."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Photograph:
    """One picture by name and digest; the picture itself stays in the file."""

    name: str
    sm3: str


@dataclass(frozen=True, slots=True)
class InspectionRecord(Content):
    kind = Kind.INSPECTION
    template = "documents/inspection_record.html"

    manner: str
    held_at: datetime
    place: str
    officers: tuple[Officer, ...]
    found: str
    meets: bool
    result: str
    confirmation: str
    confirmed_by: str = ""
    remark: str = ""
    standard: str = ""
    photographs: tuple[Photograph, ...] = ()
