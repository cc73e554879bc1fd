"""What comparing a held file with the kept one says, in words for a person."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from applications.documents.verify import Standing, check, same_file


@dataclass(frozen=True, slots=True)
class Match:
    """``kind`` is the kind of notice: success or error."""

    kind: str
    title: Any
    text: Any


SAME = Match(
    "success",
    _("核对一致"),
    _("您手中的文件与本厅存档的文件完全一致，电子签名有效。"),
)
OTHER = Match(
    "error",
    _("不是同一份文件"),
    _("您手中的文件带有本厅有效的电子签名，但不是本编号的存档文件。请核对文书编号，或者扫描文件上的二维码。"),
)
STRANGE = Match(
    "error",
    _("签名不是本厅的"),
    _("您手中的文件带有电子签名，但签名人不是本厅。请不要采信，并向出具机关核实。"),
)
CHANGED = Match(
    "error",
    _("文件已被改动"),
    _("您手中的文件在签名之后被改动过，电子签名无效。请不要采信，并向出具机关核实。"),
)
UNSIGNED = Match(
    "error",
    _("没有电子签名"),
    _("您手中的文件没有电子签名，可能是扫描件、打印件转换的文件或者仿制件。请以本页所示内容为准。"),
)


def compare(held: bytes, kept_sm3: str) -> Match:
    """Equality with the kept file says all; only a different one is looked into."""
    if same_file(held, kept_sm3):
        return SAME
    verdict = check(held)
    if verdict.standing == Standing.UNSIGNED:
        return UNSIGNED
    if verdict.standing == Standing.BROKEN:
        return CHANGED
    return OTHER if verdict.ours else STRANGE
