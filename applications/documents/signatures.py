"""Judges the signature of a PDF in this process, asking nobody outside (PAdES B-B)."""

import asyncio
from collections.abc import Sequence
from io import BytesIO

from asn1crypto.cms import ContentInfo
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_detached_cms, validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from applications.documents.certificates import trusted
from applications.documents.verify import Standing, Verdict


def judge(pdf: bytes, roots: Sequence[Certificate] = ()) -> Verdict:
    """The verdict on the first signature; more than one is not our work. ``roots`` are trusted in place of our own."""
    signatures = PdfFileReader(BytesIO(pdf)).embedded_signatures
    if len(signatures) != 1:
        return Verdict(Standing.BROKEN)
    signed_at = signatures[0].self_reported_timestamp
    # The certificate must have been valid when it signed: a paper outlives its certificate.
    context = ValidationContext(trust_roots=roots or trusted(), moment=signed_at, allow_fetching=False)
    status = validate_pdf_signature(signatures[0], signer_validation_context=context)
    # Nothing may be appended after the signature either.
    whole = status.intact and status.valid and status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    name = status.signing_cert.subject.native.get("common_name", "")
    return Verdict(Standing.VALID if whole else Standing.BROKEN, bool(status.trusted), name, signed_at)


def is_signed(content: bytes, signature: bytes, roots: Sequence[Certificate]) -> bool:
    """Whether a detached signature (RFC 5652, DER) is of exactly this content and of one of ``roots``.

    Raises ValueError for what is no such signature.
    """
    signed = ContentInfo.load(signature)["content"]
    context = ValidationContext(trust_roots=roots, allow_fetching=False)
    status = asyncio.run(async_validate_detached_cms(content, signed, signer_validation_context=context))
    return bool(status.intact and status.valid and status.trusted)
