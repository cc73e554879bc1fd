"""Checks a PDF that somebody holds: is it signed, by us, and unchanged since; is it the very file we keep."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from applications.documents.certificates import trusted
from hall.crypto import sm3_hex


class Standing(StrEnum):
    VALID = "valid"
    BROKEN = "broken"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``ours`` tells whether the signature comes from a certificate of this hall."""

    standing: Standing
    ours: bool = False
    signer: str = ""
    signed_at: datetime | None = None


def same_file(pdf: bytes, sm3: str) -> bool:
    """Whether this is, byte for byte, the file that was kept."""
    return bool(sm3) and sm3_hex(pdf) == sm3


def check(pdf: bytes) -> Verdict:
    """What the signature in ``pdf`` is worth. Whatever cannot be read any more counts as broken."""
    if b"/ByteRange" not in pdf:
        return Verdict(Standing.UNSIGNED)
    try:
        signatures = PdfFileReader(BytesIO(pdf)).embedded_signatures
        return _judge(signatures[0]) if signatures else Verdict(Standing.BROKEN)
    except Exception:
        # A stranger's file can fail in any way a parser knows; none of them makes it valid.
        return Verdict(Standing.BROKEN)


def _judge(signature: EmbeddedPdfSignature) -> Verdict:
    signed_at = signature.self_reported_timestamp
    # The certificate must have been valid when it signed: a paper outlives the certificate.
    context = ValidationContext(trust_roots=trusted(), moment=signed_at, allow_fetching=False)
    status = validate_pdf_signature(signature, signer_validation_context=context)
    # Nothing may be appended after the signature either.
    whole = status.intact and status.valid and status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    subject = status.signing_cert.subject.native.get("common_name", "")
    return Verdict(Standing.VALID if whole else Standing.BROKEN, bool(status.trusted), subject, signed_at)
