"""D-08b 监督检查记录 (行政许可法 Art. 61): who inspected the licensed activity, what was found, what followed."""

from dataclasses import dataclass
from datetime import date, datetime

from applications.documents.builders.content import Content
from applications.documents.builders.inspection_record import Officer, Photograph
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class LicenceInspectionRecord(Content):
    kind = Kind.LICENCE_INSPECTION
    template = "documents/licence_inspection.html"

    licence_name: str
    licence_no: str
    reason: str
    held_at: datetime
    place: str
    officers: tuple[Officer, ...]
    found: str
    result: str
    confirmation: str
    told: str = ""
    mend_by: date | None = None
    passed_to: str = ""
    confirmed_by: str = ""
    remark: str = ""
    photographs: tuple[Photograph, ...] = ()
