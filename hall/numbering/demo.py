"""Numbers for invented people and organisations: they pass every check and can belong to nobody.

A real organisation body never begins 0000 and a real citizen number never has the sequence 000.
"""

from datetime import date

from hall.numbering.checks import id_card_check_char, organisation_check_char, uscc_check_char


def demo_uscc(prefix: str, region: str, serial: int) -> str:
    """A credit code such as ``91`` + ``500103`` + 0000nnnnc + check; ``serial`` is at most 9999."""
    if len(prefix) != 2 or len(region) != 6 or not 0 <= serial <= 9999:
        raise ValueError("a demo credit code takes two characters, six digits and a serial up to 9999")
    body = f"0000{serial:04d}"
    first = f"{prefix}{region}{body}{organisation_check_char(body)}"
    return first + uscc_check_char(first)


def demo_id_card(region: str, birth: date, sequence: int = 0) -> str:
    """A citizen number; the sequence stays 000 for invented people, another one is for tests of the rule."""
    first = f"{region}{birth:%Y%m%d}{sequence:03d}"
    return first + id_card_check_char(first)
