"""D-11 准予行政许可决定书 (行政许可法 Art. 38, 40): what is allowed, where and how long."""

from dataclasses import dataclass
from datetime import date

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class Grant(Content):
    """No ``valid_until`` means without end. ``rules``: by which published rules it was granted automatically."""

    kind = Kind.GRANT
    template = "documents/grant.html"

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
    rules: tuple[str, ...] = ()
    published: bool = True
    # The number of the paper with a clerical error whose place this one takes.
    corrects: str = ""
    # Art. 48: how the decision used the record of the hearing.
    hearing: str = ""
