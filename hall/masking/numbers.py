"""Numbers and addresses that reach a person."""

import re

# A star stands where a digit was, so that a masked number is read as the same number.
_PLACE = re.compile(r"[\d*]")


def _keep_ends(text: str, first: int, last: int) -> str:
    return text[:first] + "*" * (len(text) - first - last) + text[len(text) - last :]


def mask_id_number(number: str, *, staff: bool = False) -> str:
    """The first and last character; for staff the region and the last four. Never the day of birth."""
    number = number.strip()
    if len(number) < 4:
        return "*" * len(number)
    # Only 18 characters have the birth day where the staff form hides it.
    return _keep_ends(number, 6, 4) if staff and len(number) == 18 else _keep_ends(number, 1, 1)


def mask_phone(phone: str) -> str:
    """138****1234; of a shorter number only the end stays. Signs between the digits remain as typed."""
    phone = phone.strip()
    prefix = "+86" if phone.startswith("+86") else ""
    local = phone[len(prefix) :]
    places = len(_PLACE.findall(local))
    first, last = (3 if places >= 11 else 0), (4 if places >= 7 else 0)
    place = iter(range(places))

    def star(match: re.Match[str]) -> str:
        return match[0] if not first <= next(place) < places - last else "*"

    return prefix + _PLACE.sub(star, local)


def mask_bank_card(number: str, *, staff: bool = False) -> str:
    """Hidden in public, without its length; staff see the last four."""
    places = "".join(_PLACE.findall(number))
    is_card = len(places) >= 12 or places.startswith("****")
    return f"****{places[4:][-4:]}" if staff and is_card else "****"


def mask_email(address: str) -> str:
    """The first character and the domain."""
    local, at, domain = address.strip().rpartition("@")
    return f"{local[:1].strip('*')}***@{domain}" if at else "***"
