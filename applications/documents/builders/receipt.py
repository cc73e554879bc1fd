"""D-02 申请材料接收凭证: what was taken in, also for a supplement. 收件 is not yet 受理."""

from dataclasses import dataclass
from datetime import datetime

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class Receipt(Content):
    kind = Kind.RECEIPT
    template = "documents/receipt.html"

    received_at: datetime
    receiver: str = ""
    for_correction: bool = False
    # What was to follow after acceptance has come (容缺后补).
    made_up: bool = False
