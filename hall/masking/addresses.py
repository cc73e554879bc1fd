"""Postal addresses: to the district in public, to the street office or town for staff.

What cannot be recognised is hidden: a road, an estate or a house number never counts as a division.
"""

import re

# A division's name holds none of these, so that 中山路市场 or 幸福小区 is not taken for a city or a district.
# A few real names do (镇江, 鼓楼); their addresses are hidden one level sooner.
_NOT_IN_NAMES = r"\da-zA-Z\s*路街巷号弄道村组镇乡栋幢室楼场小社园院"
_DISTRICT = re.compile(
    rf"\s*(?:[^{_NOT_IN_NAMES}市区县]{{2,6}}?(?:省|自治区|特别行政区))?\s*"
    rf"(?:[^{_NOT_IN_NAMES}区县]{{2,9}}?(?:市|自治州)|兴安盟|锡林郭勒盟|阿拉善盟)?\s*"
    rf"(?:[^{_NOT_IN_NAMES}]{{1,10}}?(?:新区|(?<![地片景厂校库辖])区|县|旗|市))?"
)
_STREET = re.compile(r"\s*[^\d\s*路巷号弄]{1,8}?(?:街道|镇|乡)")
HIDDEN = "***"


def mask_address(address: str, *, staff: bool = False) -> str:
    """重庆市渝中区七星岗街道… becomes 重庆市渝中区***, for staff 重庆市渝中区七星岗街道***."""
    address = address.strip()
    if not address:
        return ""
    end = _known_until(address, staff=staff)
    return address if end == len(address) else address[:end].rstrip() + HIDDEN


def _known_until(address: str, *, staff: bool) -> int:
    division = _DISTRICT.match(address)  # every part is optional, so this always matches
    end = division.end() if division else 0
    street = _STREET.match(address, end) if staff and end else None
    return street.end() if street else end
