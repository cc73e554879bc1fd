"""Checks a PDF that somebody holds: is it the very file we keep, and what is its signature worth."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import cast

from django.utils.module_loading import import_string

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
    # Loaded at the first check: every process reads the addresses of the pages, few ever check a signature.
    judge = cast(Callable[[bytes], Verdict], import_string("applications.documents.signatures.judge"))
    try:
        return judge(pdf)
    except Exception:
        # A stranger's file can fail in any way a parser knows; none of them makes it valid.
        return Verdict(Standing.BROKEN)
