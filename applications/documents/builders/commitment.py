"""D-06b 告知承诺书 (国办发〔2020〕42号): what was told, what was promised, and by whom it was signed."""

from dataclasses import dataclass
from datetime import datetime

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise: the proof it stands for, the text as it was read with version and digest, and its signature."""

    material: str
    proves: str
    text: str
    consequence: str
    version: int
    sm3: str
    signer: str
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class CommitmentPaper(Content):
    kind = Kind.COMMITMENT
    template = "documents/commitment.html"

    promises: tuple[Promised, ...]
