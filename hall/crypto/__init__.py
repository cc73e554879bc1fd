"""Field encryption with key id, keyed hashes for equality, digests: SM3 and SM4 throughout."""

from hall.crypto.digests import blind_index, keyed_digest, same_secret, sm3_hex
from hall.crypto.fields import EncryptedJSONField, EncryptedTextField
from hall.crypto.sealed import Unreadable, seal, unseal

__all__ = [
    "EncryptedJSONField",
    "EncryptedTextField",
    "Unreadable",
    "blind_index",
    "keyed_digest",
    "same_secret",
    "seal",
    "sm3_hex",
    "unseal",
]
