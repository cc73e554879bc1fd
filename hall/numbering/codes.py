"""Unguessable codes for people to read, copy and type."""

import secrets

# No character that can be taken for another: 0 O D Q, 1 I L, 2 Z, 5 S, 8 B, U V.
ALPHABET = "34679ACEFGHJKMNPRTWXY"
QUERY_LENGTH = 10
VERIFY_LENGTH = 24


def _code(length: int) -> str:
    """Each character equally likely: digits of one even random number."""
    number, signs = secrets.randbelow(len(ALPHABET) ** length), len(ALPHABET)
    return "".join([ALPHABET[number // signs**place % signs] for place in range(length)])


def query_code() -> str:
    """Opens the progress of one case beside its number: 44 bits, guarded by a rate limit as well."""
    return _code(QUERY_LENGTH)


def verify_code() -> str:
    """Opens the verification page of one paper by itself: 105 bits, since nothing else guards it."""
    return _code(VERIFY_LENGTH)


def read_code(typed: str) -> str:
    """A code as a person typed it: lower case, blanks and hyphens are forgiven."""
    return "".join(typed.replace("-", " ").split()).upper()
