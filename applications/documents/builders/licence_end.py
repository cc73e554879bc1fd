"""D-16, D-17, D-22: the authority revokes (Art. 69), withdraws (Art. 8) or strikes off (Art. 70) a licence, in writing.

Each names its ground and the remedies; revoking and withdrawing also say what becomes of the holder's loss.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind
from applications.documents.remedies import remedies


@dataclass(frozen=True, slots=True)
class LicenceEnd(Content):
    """``effective_on`` is the day from which the licence no longer holds."""

    licence_name: str
    licence_no: str
    ground: str
    reason: str
    effective_on: date
    heard: str = ""
    compensation: str = ""
    electronic: bool = True

    def words(self) -> dict[str, Any]:
        return {"remedies": remedies(self.case.issuer, "决定", electronic=self.electronic)}


@dataclass(frozen=True, slots=True)
class Revocation(LicenceEnd):
    kind = Kind.REVOCATION
    template = "documents/revocation.html"

    barred_until: date | None = None


@dataclass(frozen=True, slots=True)
class LicenceWithdrawal(LicenceEnd):
    kind = Kind.LICENCE_WITHDRAWN
    template = "documents/licence_withdrawal.html"


@dataclass(frozen=True, slots=True)
class Cancellation(LicenceEnd):
    kind = Kind.CANCELLATION
    template = "documents/cancellation.html"
