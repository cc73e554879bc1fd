"""The certificate that signs papers: a PKCS#12 file named in the settings, or a development one made at first start.

The development certificate has an authority of its own beneath it and calls itself a demonstration
in its very name, so that no reader can take it for a trusted one.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from asn1crypto import pem
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings
from pyhanko.sign.signers import SimpleSigner

from hall.keyring import create_once

_YEARS = timedelta(days=3650)
# At most 64 bytes each, the limit of a common name.
_AUTHORITY = "网上审批大厅演示根证书（不具法律效力）"
_OWN = "网上审批大厅演示文书签名（不具法律效力）"


@lru_cache(maxsize=4)
def signer_from(path: Path, passphrase: str) -> SimpleSigner:
    """The signer in a PKCS#12 file; pyHanko keeps the key, so the file is read once."""
    load: Callable[..., SimpleSigner | None] = SimpleSigner.load_pkcs12
    signer = load(str(path), passphrase=passphrase.encode() or None)
    if signer is None:
        raise ValueError(f"{path} is no PKCS#12 file that this passphrase opens")
    return signer


def signer() -> SimpleSigner:
    """The signer of this installation."""
    if settings.HALL_SIGNING_PKCS12:
        return signer_from(Path(settings.HALL_SIGNING_PKCS12), settings.HALL_SIGNING_PASSPHRASE)
    return signer_from(development_file(settings.KEY_DIR), "")


def trusted() -> list[asn1.Certificate]:
    """The authorities whose papers count as ours: our own chain, and those of earlier certificates by setting."""
    own = signer()
    chain = [one for one in own.cert_registry if one.ca] or [own.signing_cert]
    return [*chain, *(_read(Path(path)) for path in settings.HALL_SIGNING_TRUST)]


def published() -> str:
    """What a stranger needs to check our papers without us: the authorities and the signing certificate, as PEM."""
    own = signer()
    ours = {one.sha256: one for one in (*trusted(), own.signing_cert)}
    return "".join(pem.armor("CERTIFICATE", one.dump()).decode() for one in ours.values())


def read_published(content: bytes) -> list[asn1.Certificate]:
    """The certificates of such a file."""
    return [asn1.Certificate.load(der) for _kind, _headers, der in pem.unarmor(content, multiple=True)]


def _read(path: Path) -> asn1.Certificate:
    content = path.read_bytes()
    return asn1.Certificate.load(pem.unarmor(content)[2] if pem.detect(content) else content)


def development_file(folder: Path) -> Path:
    path = folder / "papers-demo.p12"
    if not path.exists():
        create_once(path, _development_bundle())
    return path


def _development_bundle() -> bytes:
    authority_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    authority = _certificate(_AUTHORITY, _AUTHORITY, authority_key.public_key(), authority_key, ca=True)
    own = _certificate(_OWN, _AUTHORITY, key.public_key(), authority_key, ca=False)
    return pkcs12.serialize_key_and_certificates(b"papers", key, own, [authority], NoEncryption())


def _certificate(
    subject: str, issuer: str, key: ec.EllipticCurvePublicKey, by: ec.EllipticCurvePrivateKey, *, ca: bool
) -> x509.Certificate:
    began = datetime.now(UTC) - timedelta(days=1)
    builder = x509.CertificateBuilder(
        issuer_name=_name(issuer),
        subject_name=_name(subject),
        public_key=key,
        serial_number=x509.random_serial_number(),
        not_valid_before=began,
        not_valid_after=began + _YEARS,
    )
    builder = builder.add_extension(x509.BasicConstraints(ca=ca, path_length=0 if ca else None), critical=True)
    builder = builder.add_extension(_usage(ca), critical=True)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key())
    return builder.add_extension(issuer_id, critical=False).sign(by, hashes.SHA256())


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "演示"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _usage(ca: bool) -> x509.KeyUsage:
    """An authority signs certificates, the other signs papers and cannot deny it; neither does anything else."""
    return x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=not ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )
