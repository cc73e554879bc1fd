"""D-21 听证笔录 (行政许可法 Art. 48 (5), (2)): who took part, what was said, and that they signed it.

The signed original is a file of the case; this paper carries its digest, so that neither can be exchanged.
"""

from dataclasses import dataclass
from datetime import datetime

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class HearingRecord(Content):
    kind = Kind.HEARING_RECORD
    template = "documents/hearing_record.html"

    matter: str
    starts_at: datetime
    place: str
    presider: str
    recorder: str
    attended: tuple[str, ...]
    statements: str
    signed_digest: str
    absent: tuple[str, ...] = ()
