"""Personal numbers that hide in free text: what the sweep before publication looks for.

People write 138-1234-5678, ６２２２ ０２１２… and 渝A·12345, so blanks, hyphens and full-width digits are
read as well. Check digits keep file numbers and case numbers out; a name can only be found by a human eye.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_PROVINCE_SIGNS = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


class Kind(StrEnum):
    """A kind of personal number."""

    ID_NUMBER = "id_number"
    BANK_CARD = "bank_card"
    MOBILE = "mobile"
    PLATE = "plate"
    EMAIL = "email"

    @property
    def label(self) -> Promise:
        return _LABELS[self]


_LABELS = {
    Kind.ID_NUMBER: _("身份证号码"),
    Kind.BANK_CARD: _("银行卡号"),
    Kind.MOBILE: _("手机号码"),
    Kind.PLATE: _("机动车号牌"),
    Kind.EMAIL: _("电子邮箱"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: the kind and where it stands in the text."""

    kind: Kind
    start: int
    end: int
    text: str


class _Pattern(NamedTuple):
    kind: Kind
    regex: re.Pattern[str]
    holds: Callable[[str], bool]


def half_width(text: str) -> str:
    """Full-width letters and digits as ordinary ones, place for place."""
    return text.translate(_HALF_WIDTH)


def _bare(written: str) -> str:
    return re.sub(r"[\s-]", "", written).upper()


def _is_id_number(written: str) -> bool:
    """ISO 7064 MOD 11-2 and a possible day of birth."""
    number, total = _bare(written), 0
    for digit in number[:17]:
        total = (total + int(digit)) * 2 % 11
    last = 10 if number[17] == "X" else int(number[17])
    return (total + last) % 11 == 1 and "01" <= number[10:12] <= "12" and "01" <= number[12:14] <= "31"


def _is_bank_card(written: str) -> bool:
    """The Luhn formula: every second digit from the right counts double."""
    digits = [int(d) for d in reversed(_bare(written))]
    return (sum(digits[::2]) + sum(sum(divmod(2 * d, 10)) for d in digits[1::2])) % 10 == 0


def _has_digit(written: str) -> bool:
    return any(character.isdigit() for character in written)


def _run(first: str, more: int, last: str = "[0-9]") -> re.Pattern[str]:
    """A run of digits, signs allowed between them, that is no part of a longer run.

    It is a look-ahead, because a failed candidate must not hide the true number that begins inside it.
    """
    return re.compile(rf"(?<![0-9])(?=({first}(?:[ -]?[0-9]){{{more - 1}}}[ -]?{last})(?![0-9]))")


_PLATE = re.compile(
    rf"([{_PROVINCE_SIGNS}][A-HJ-NP-Z][·•\s]?[A-HJ-NP-Z0-9]{{4,5}}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Z0-9])",
    re.IGNORECASE,
)
# The look-behind starts a match only at the edge of a word: long words would else cost quadratic time.
_EMAIL = re.compile(r"(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")

# The order is the priority: a citizen number may also pass as a card number, and the longest card wins.
_PATTERNS = (
    _Pattern(Kind.ID_NUMBER, _run("[1-9]", 17, "[0-9Xx]"), _is_id_number),
    *(_Pattern(Kind.BANK_CARD, _run("[3-69]", more), _is_bank_card) for more in (18, 17, 16, 15)),
    _Pattern(Kind.MOBILE, _run("1[ -]?[3-9]", 9), _has_digit),
    _Pattern(Kind.PLATE, _PLATE, _has_digit),
    _Pattern(Kind.EMAIL, _EMAIL, bool),
)


def find(text: str) -> list[Found]:
    """Every personal number in ``text``, in order, none overlapping another."""
    plain, taken = half_width(text), [False] * len(text)
    found: list[Found] = []
    for pattern in _PATTERNS:
        for match in pattern.regex.finditer(plain):
            start, end = match.span(1)
            if pattern.holds(match[1]) and not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                found.append(Found(pattern.kind, start, end, match[1]))
    return sorted(found, key=lambda each: each.start)
