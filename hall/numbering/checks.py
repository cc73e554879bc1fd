"""Check characters of the numbers that people and organisations carry: pure, no database.

GB 32100-2015 (unified social credit code), GB 11714 (organisation code inside it), GB 11643-1999 (citizen
number) and ISO 7064 MOD 37,36 (licence identifiers). Region digits are historic: a code keeps the number of a
district that was renamed long ago, so they are never compared with the divisions of today.
"""

import re
from datetime import date

from django.utils.translation import gettext as _

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_USCC = re.compile(rf"[{USCC_ALPHABET}]{{2}}[0-9]{{6}}[{USCC_ALPHABET}]{{10}}")
_USCC_WEIGHTS = [pow(3, place, 31) for place in range(17)]
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ID_CARD = re.compile(r"[0-9]{17}[0-9X]")
_ID_CARD_WEIGHTS = [pow(2, 17 - place, 11) for place in range(17)]
# Provinces, 港澳台居住证 (81-83) and 外国人永久居留身份证 (a leading 9).
_PROVINCES = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d")
EARLIEST_BIRTH = date(1900, 1, 1)


def normalise(number: str) -> str:
    """Drop the spaces that people type for legibility; letters are upper case in all these numbers."""
    return "".join(number.split()).upper()


def uscc_check_char(body: str) -> str:
    """The 18th character that belongs to the first 17."""
    total = sum(USCC_ALPHABET.index(c) * w for c, w in zip(body, _USCC_WEIGHTS, strict=True))
    return USCC_ALPHABET[-total % 31]


def organisation_check_char(body: str) -> str:
    """The check character of the eight-character organisation code inside a credit code (GB 11714)."""
    total = sum(ALPHANUMERIC.index(c) * w for c, w in zip(body, _ORGANISATION_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def uscc_problem(code: str) -> str | None:
    """What is wrong with a unified social credit code, in words for the person who typed it."""
    if len(code) != 18:
        return _("统一社会信用代码应为18位，您填写了%(length)d位。") % {"length": len(code)}
    if not _USCC.fullmatch(code):
        return _("统一社会信用代码只能由数字和大写字母组成（不含I、O、S、V、Z），第3至8位应为数字。")
    # Only the outer character decides: a body issued under an older rule must not shut a real company out.
    if uscc_check_char(code[:17]) != code[17]:
        return _("统一社会信用代码的校验位不正确，请对照营业执照或登记证书核对。")
    return None


def uscc_is_valid(code: str) -> bool:
    return uscc_problem(code) is None


def id_card_check_char(body: str) -> str:
    """The 18th character of a citizen number."""
    total = sum(int(c) * w for c, w in zip(body, _ID_CARD_WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def id_card_birth(number: str) -> date | None:
    """The day of birth written in a citizen number; None when that day does not exist."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def id_card_problem(number: str, today: date) -> str | None:
    """What is wrong with a citizen number, in words for the person who typed it."""
    if not _ID_CARD.fullmatch(number):
        return _("身份证号码应为18位：前17位是数字，最后一位是数字或大写字母X。")
    if not _PROVINCES.match(number):
        return _("身份证号码的前两位不是有效的省级代码，请核对。")
    birth = id_card_birth(number)
    if birth is None or not EARLIEST_BIRTH <= birth <= today:
        return _("身份证号码第7至14位不是有效的出生日期，请核对。")
    if id_card_check_char(number[:17]) != number[17]:
        return _("身份证号码的校验位不正确，请对照身份证核对。")
    return None


def id_card_is_valid(number: str, today: date) -> bool:
    return id_card_problem(number, today) is None


def iso7064_mod37_36(body: str) -> str:
    """The hybrid check character of ISO 7064 MOD 37,36, as licence identifiers (证照标识) carry it."""
    product = 36
    for character in body:
        total = (product + ALPHANUMERIC.index(character)) % 36 or 36
        product = total * 2 % 37
    return ALPHANUMERIC[(37 - product) % 36]
