"""D-18 听证公告 (行政许可法 Art. 46, 48): what is heard, when and where, who may attend and how to register.

It is for everybody, so it names neither the applicant nor anybody else but the organ.
"""

from dataclasses import dataclass
from datetime import date, datetime

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class HearingPublic(Content):
    kind = Kind.HEARING_PUBLIC
    template = "documents/hearing_public.html"

    ground: str
    matter: str
    starts_at: datetime
    place: str
    presider: str
    who_may_attend: str
    register_until: date
    register_url: str = ""
    seats: int | None = None
