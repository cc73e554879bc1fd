"""Free text with its personal numbers masked: for excerpts and previews, never instead of a human reader."""

from collections.abc import Callable

from hall.masking.numbers import mask_bank_card, mask_email, mask_id_number, mask_phone
from hall.masking.patterns import Kind, find


def mask_plate(plate: str) -> str:
    """The province and the city letter."""
    return plate[:2] + "*****"


_MASKS: dict[Kind, Callable[[str], str]] = {
    Kind.ID_NUMBER: mask_id_number,
    Kind.BANK_CARD: mask_bank_card,
    Kind.MOBILE: mask_phone,
    Kind.PLATE: mask_plate,
    Kind.EMAIL: mask_email,
}


def mask_free_text(text: str) -> str:
    """Mask until nothing more is found: what one mask leaves standing may complete another number."""
    while found := find(text):
        for each in reversed(found):
            text = text[: each.start] + _MASKS[each.kind](each.text) + text[each.end :]
    return text
