"""One field of a decision's wording as people read it, to compare two of them."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from applications.documents.kinds import Attribute, Ground
from hall.clock import day_in_words


def worded(name: str, value: Any) -> str:
    if name == "granted":
        return _("准予行政许可") if value else _("不予行政许可")
    if name == "disclosure_attr":
        return str(Attribute(value).label) if value else _("按文书种类")
    if name == "non_disclosure_ground" and value:
        return str(Ground(value).label)
    if isinstance(value, list):
        return "\n".join(value)
    if isinstance(value, date):
        return day_in_words(value)
    return value or _("（未填写）")
