"""Which identity paper a number belongs to (domain.md §5, rows 10 and 12): by its form, as the papers print it."""

import re

from tracking.creditfile.columns import ID_CARD, OTHER, RESIDENT

# 港澳台居民居住证 carries a citizen number of 81, 82 or 83; 外国人永久居留身份证 one that begins with 9, before 2023
# three letters and twelve digits.
_FORMS = (
    (r"8[12]\d{15}[\dX]", f"{OTHER}港澳居民居住证"),
    (r"83\d{15}[\dX]", f"{OTHER}台湾居民居住证"),
    (r"9\d{16}[\dX]|[A-Z]{3}\d{12}", RESIDENT),
    (r"\d{17}[\dX]", ID_CARD),
    (r"[HM]\d{8}(\d{2})?", "港澳居民来往内地通行证"),
    (r"\d{8}", "台湾居民来往大陆通行证"),
    (r"[A-Z]{1,2}\d{7,8}", "护照号"),
)


def paper_of(number: str) -> str:
    """Empty where no paper has such a number: the row is told to lack it, and nothing is guessed."""
    return next((kind for form, kind in _FORMS if re.fullmatch(form, number, re.ASCII)), "")
