"""Facts of a content, read in one pass and in pieces: its size and its two digests."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from cryptography.hazmat.primitives import hashes

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Facts:
    size: int
    sha256: str
    sm3: str


def facts_of(pieces: Iterable[bytes]) -> Facts:
    """SHA-256 for the world, SM3 for the rules of commercial cryptography (GB/T 32905)."""
    sha256, sm3, size = hashlib.sha256(), hashes.Hash(hashes.SM3()), 0
    for piece in pieces:
        sha256.update(piece)
        sm3.update(piece)
        size += len(piece)
    return Facts(size, sha256.hexdigest(), sm3.finalize().hex())


def tidy_name(given: str) -> str:
    """The name as the owner may see it again: no path, no control characters, a bearable length."""
    last = PurePath(given.replace("\\", "/")).name
    printable = "".join(character for character in last if character.isprintable()).strip()
    stem, dot, suffix = printable.rpartition(".")
    if len(printable) > LONGEST_NAME and dot and len(suffix) < 10:
        return f"{stem[: LONGEST_NAME - len(suffix) - 1]}.{suffix}"
    return printable[:LONGEST_NAME]
