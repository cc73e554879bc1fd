"""D-10 特别程序告知书 (行政许可法 Art. 45): what stops the clock, for how long, who does it and who pays."""

from dataclasses import dataclass
from datetime import date

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class SuspensionNotice(Content):
    kind = Kind.SUSPENSION
    template = "documents/suspension_notice.html"

    name: str
    basis: str
    reason: str
    begun_on: date
    estimated_days: int
    expected_on: date
    performer: str
    fee_bearer: str
    approver: str
