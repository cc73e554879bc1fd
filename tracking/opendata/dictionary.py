"""The data dictionary: every field that is given out, in its order. What is not here leaves in no file and no feed.

An import reads the same fields. ``origin`` marks those that only older registers have, kept as they were written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from hall.clock import SHANGHAI
from hall.masking import mask_free_text
from tracking.register.models import Record

# What neither XML 1.0 nor a database can hold; a word processor leaves some of it behind.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Field:
    """``free`` is text that a person wrote: swept once more on its way out, since bulk makes a slip dear.

    ``closing`` is what the public page adds to it, so that no row passes for the whole where the page does not.
    """

    name: str
    label: str | Promise
    kind: str
    meaning: str | Promise
    free: bool = False
    origin: bool = False
    closing: Callable[[Record], str] | None = None

    def of(self, record: Record) -> Any:
        """As JSON has it; a gap is a gap."""
        told = record.origin.get(self.name) if self.origin else getattr(record, self.name)
        told = record.origin.get(self.name) or told
        plain = _PLAIN.get(type(told), _text)(told, self)
        return plain + self.closing(record) if plain and self.closing else plain


def _text(told: Any, field: Field) -> str | None:
    if not told:
        return None
    text = FORBIDDEN.sub("", str(told))
    return mask_free_text(text) if field.free else text


def _day(told: date, field: Field) -> str:
    return told.isoformat()


def _moment(told: datetime, field: Field) -> str:
    return told.astimezone(SHANGHAI).isoformat(timespec="seconds")


def _left_out(record: Record) -> str:
    """That a part is not told, and on which ground (条例 Art. 37), as the page of the record says it."""
    if not record.part_ground:
        return ""
    # Rows speak Chinese, whatever language the reader has.
    with override("zh-hans"):
        return _("（部分内容依法不予公开，理由：%(ground)s）") % {"ground": record.get_part_ground_display()}


_PLAIN: dict[type, Callable[[Any, Field], str | None]] = {date: _day, datetime: _moment}

_CONTENT = _("有一部分依法不予公开的，末尾写明“部分内容依法不予公开”和理由")
FIELDS = (
    Field("uid", _("记录标识"), "uuid", _("永不改变，是记录页地址的一部分")),
    Field("kind", _("公示类别"), "code", _("licence 行政许可，penalty 行政处罚；下面的“许可”在处罚记录中指处罚")),
    Field("index_number", _("索引号"), "text", _("统一社会信用代码/年份-顺序号")),
    Field("item_name", _("事项名称"), "text", "", free=True),
    Field("issuer_name", _("许可机关"), "text", ""),
    Field("issuer_uscc", _("许可机关统一社会信用代码"), "text", "GB 32100"),
    Field("grantee", _("行政相对人名称"), "text", _("只有法人和非法人组织"), free=True),
    Field("grantee_code", _("统一社会信用代码"), "text", "GB 32100"),
    Field("document_name", _("决定文书名称"), "text", "", free=True),
    Field("document_number", _("决定文书号"), "text", "", free=True),
    Field("licence_name", _("许可证书名称"), "text", "", free=True),
    Field("licence_number", _("许可编号"), "text", "", free=True),
    Field("content", _("许可内容"), "text", _CONTENT, free=True, closing=_left_out),
    Field("decided_on", _("许可决定日期"), "date", _("年-月-日；来源只有年份的，只写年份")),
    Field("valid_from", _("有效期自"), "date", ""),
    Field("valid_to", _("有效期至"), "date", _("空：长期，或者以许可证件为准")),
    Field("validity", _("有效期说明"), "text", _("来源没有写成日期的有效期"), free=True, origin=True),
    Field("status", _("当前状态"), "code", _("制作文件时的状态")),
    Field("published_at", _("发布时间"), "time", _("东八区")),
    Field("hall_code", _("公示大厅代码"), "text", "GB/T 2260"),
    Field("hall_name", _("公示大厅"), "text", ""),
    Field("published_on", _("来源公示日期"), "date", _("仅导入的历史记录"), origin=True),
    Field("project_code", _("投资项目代码"), "text", _("仅导入的历史记录"), free=True, origin=True),
    Field("source_url", _("来源网址"), "text", _("仅导入的历史记录"), free=True, origin=True),
)
NAMES = [field.name for field in FIELDS]


def row_of(record: Record) -> dict[str, Any]:
    return {field.name: field.of(record) for field in FIELDS}
