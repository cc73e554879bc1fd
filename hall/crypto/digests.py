"""SM3 digests and keyed digests (GB/T 32905; HMAC-SM3 as in GB/T 39786 practice)."""

from cryptography.hazmat.primitives import hashes, hmac
from django.conf import settings
from django.utils.crypto import constant_time_compare

from hall.keyring import ring


def sm3_hex(content: bytes) -> str:
    """The SM3 digest of ``content`` as 64 hexadecimal digits."""
    digest = hashes.Hash(hashes.SM3())
    digest.update(content)
    return digest.finalize().hex()


def _hmac_sm3(purpose: str, content: bytes) -> str:
    keys = ring(settings.KEY_DIR, purpose)
    code = hmac.HMAC(keys[max(keys)], hashes.SM3())
    code.update(content)
    return code.finalize().hex()


def blind_index(value: str) -> str:
    """Keyed digest for an equality column: the same value gives the same digest, the digest tells nothing.

    The value is stripped and upper-cased, so that an ID number ending in ``x`` equals one ending in ``X``.
    """
    normal = value.strip().upper()
    return _hmac_sm3("index", normal.encode()) if normal else ""


def keyed_digest(value: str) -> str:
    """Keyed digest of a changed value for the audit trail, which holds digests and never values."""
    return _hmac_sm3("audit", value.encode())


def same_secret(given: str, index: str) -> bool:
    """Whether ``given`` has this blind index, compared in constant time."""
    return constant_time_compare(blind_index(given), index)
