"""What a guide tells of fees (行政许可法 Art. 58, 59): each with its standard, its law and who is let off."""

from typing import Any

from django.utils.translation import gettext as _

from hall.catalogue.guide.parts import Fee
from hall.catalogue.spec import said


def fees(content: Any) -> list[Fee]:
    return [
        Fee(
            said(one["name"]),
            said(one["standard"]),
            said(one.get("basis")),
            said(one.get("reduction")),
            [_let_off(part) for part in one.get("reductions", ())],
        )
        for one in content.get("fees", {}).get("items", ())
    ]


def _let_off(part: Any) -> str:
    words = {"text": said(part["text"]), "percent": part["percent"], "basis": said(part["basis"])}
    if part["percent"] == 100:
        return _("%(text)s，免收（%(basis)s）") % words
    return _("%(text)s，减收%(percent)d%%（%(basis)s）") % words
