"""D-09a 利害关系人告知书 (行政许可法 Art. 36): what is applied for, how it touches you, how and until when to speak."""

from dataclasses import dataclass
from datetime import date

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class PartyNotice(Content):
    """To the applicant as well, who is heard like the other side."""

    kind = Kind.PARTIES_TOLD
    template = "documents/party_notice.html"

    addressee: str
    interest: str
    days: int
    until: date
    to_applicant: bool = False
