"""Authenticated encryption of short texts: SM4-GCM with the key's id in front (GB/T 32907, GB/T 36624)."""

import base64
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from django.conf import settings

from hall.keyring import ring

_MARK = "sm4"


class Unreadable(Exception):
    """A sealed text was altered, or its key is not on this installation's ring."""


def _cipher_key(key_id: int, purpose: str) -> bytes:
    try:
        # SM4 takes 128 bits; the ring holds 256 so that a longer cipher may follow.
        return ring(settings.KEY_DIR, purpose)[key_id][:16]
    except KeyError:
        raise Unreadable(f"no {purpose} key with id {key_id}") from None


def seal(text: str, *, purpose: str = "field") -> str:
    """``sm4:<key id>:<base64 of nonce, tag and ciphertext>``; what leaves the hall is sealed by another ring."""
    key_id = max(ring(settings.KEY_DIR, purpose))
    nonce = secrets.token_bytes(12)
    encryptor = Cipher(algorithms.SM4(_cipher_key(key_id, purpose)), modes.GCM(nonce)).encryptor()
    body = encryptor.update(text.encode()) + encryptor.finalize()
    return f"{_MARK}:{key_id}:{base64.b64encode(nonce + encryptor.tag + body).decode()}"


def unseal(sealed: str, *, purpose: str = "field") -> str:
    """The text that was sealed; raises :class:`Unreadable` when one bit differs."""
    mark, key_id, coded = sealed.split(":", 2)
    if mark != _MARK:
        raise Unreadable(f"unknown cipher {mark!r}")
    raw = base64.b64decode(coded)
    nonce, tag, body = raw[:12], raw[12:28], raw[28:]
    decryptor = Cipher(algorithms.SM4(_cipher_key(int(key_id), purpose)), modes.GCM(nonce, tag)).decryptor()
    try:
        return (decryptor.update(body) + decryptor.finalize()).decode()
    except InvalidTag:
        raise Unreadable("a sealed text was altered") from None
