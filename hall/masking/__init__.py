"""What strangers see of people: masked names, numbers and addresses (个人信息保护法 Art. 25, 51).

The published convention keeps more; public pages here keep less (domain.md §8.3). Every function is pure,
takes what was written and may be applied twice without harm. ``staff=True`` is the form for staff who need
to tell two people apart but not to know them.
"""

from hall.masking.addresses import mask_address
from hall.masking.names import mask_name
from hall.masking.numbers import mask_bank_card, mask_email, mask_id_number, mask_phone
from hall.masking.patterns import Found, Kind, find
from hall.masking.text import mask_free_text

__all__ = [
    "Found",
    "Kind",
    "find",
    "mask_address",
    "mask_bank_card",
    "mask_email",
    "mask_free_text",
    "mask_id_number",
    "mask_name",
    "mask_phone",
]
