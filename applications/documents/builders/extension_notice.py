"""D-07 延期办理告知书 (行政许可法 Art. 42): how long, why, and who approved it; the reason must be told."""

from dataclasses import dataclass
from datetime import date

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class ExtensionNotice(Content):
    """``added`` is the extension in words, such as 10个工作日; dates are empty while a suspension leaves them open."""

    kind = Kind.EXTENSION
    template = "documents/extension_notice.html"

    original_due: date | None
    new_due: date | None
    added: str
    reason: str
    approver: str
    approver_is_government: bool
    approved_on: date
