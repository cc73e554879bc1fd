"""D-09b 陈述申辩笔录 (行政许可法 Art. 36): what one side said, as it was written down or handed in."""

from dataclasses import dataclass
from datetime import datetime

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class StatementRecord(Content):
    kind = Kind.STATEMENT
    template = "documents/statement_record.html"

    side: str
    name: str
    interest: str
    made_at: datetime
    recorded_by: str
    said: str
    files: tuple[str, ...] = ()
