"""Signs a printed paper: PAdES B-B with a certification that allows no change at all (电子签名法 Art. 13)."""

import asyncio
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from applications.documents.certificates import signer

FIELD = "PaperSignature"


def sign_detached(content: bytes) -> bytes:
    """A detached CMS signature (RFC 5652) in DER; ``openssl cms -verify`` checks it with the published keys."""
    signed = asyncio.run(signer().async_sign_general_data(content, "sha256", detached=True))
    return bytes(signed.dump())


def sign(pdf: bytes, *, reason: str) -> bytes:
    """The PDF with its signature appended; the printed bytes before it stay as they are."""
    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        reason=reason,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    target = BytesIO()
    PdfSigner(metadata, signer=signer()).sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), output=target)
    return target.getvalue()
