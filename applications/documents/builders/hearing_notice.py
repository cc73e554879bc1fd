"""D-20a 听证通知书 (行政许可法 Art. 48): day and place seven days before, the presider, the right to challenge."""

from dataclasses import dataclass
from datetime import datetime

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class HearingNotice(Content):
    """``changed`` says why an earlier notice no longer holds; empty on the first."""

    kind = Kind.HEARING_NOTICE
    template = "documents/hearing_notice.html"

    addressee: str
    matter: str
    starts_at: datetime
    place: str
    presider: str
    public: bool = True
    changed: str = ""
