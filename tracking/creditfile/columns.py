"""The columns of the 双公示 data standard (domain.md §5): name, longest text, and whether one can do without.

A table and no code, because lengths and duties differ between editions of the standard; ``duty`` is M for always, org
for organisations and traders, person for natural persons, and empty where it may be missing.
"""

from dataclasses import dataclass
from typing import Literal

Duty = Literal["M", "org", "person", ""]


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    label: str
    longest: int
    duty: Duty
    is_day: bool = False


COLUMNS = (
    Column("XK_XDR_MC", "行政相对人名称", 200, "M"),
    Column("XK_XDR_LB", "行政相对人类别", 16, "M"),
    Column("XK_XDR_SHXYM", "统一社会信用代码", 18, "org"),
    Column("XK_XDR_GSZC", "工商注册号", 50, ""),
    Column("XK_XDR_ZZJG", "组织机构代码", 9, ""),
    Column("XK_XDR_SWDJ", "税务登记号", 18, ""),
    Column("XK_XDR_SYDW", "事业单位证书号", 12, ""),
    Column("XK_XDR_SHZZ", "社会组织登记证号", 50, ""),
    Column("XK_FRDB", "法定代表人", 50, "org"),
    Column("XK_FR_ZJLX", "法定代表人证件类型", 64, ""),
    Column("XK_FR_SFZH", "法定代表人证件号码", 64, ""),
    Column("XK_XDR_ZJLX", "证件类型", 64, "person"),
    Column("XK_XDR_ZJHM", "证件号码", 64, "person"),
    Column("XK_XKWS", "行政许可决定文书名称", 200, "M"),
    Column("XK_WSH", "行政许可决定文书号", 64, "M"),
    Column("XK_XKLB", "许可类别", 256, "M"),
    Column("XK_XKZS", "许可证书名称", 64, ""),
    Column("XK_XKBH", "许可编号", 64, ""),
    Column("XK_NR", "许可内容", 4000, "M"),
    Column("XK_JDRQ", "许可决定日期", 10, "M", is_day=True),
    Column("XK_YXQZ", "有效期自", 10, "M", is_day=True),
    Column("XK_YXQZI", "有效期至", 10, "M", is_day=True),
    Column("XK_XKJG", "许可机关", 200, "M"),
    Column("XK_XKJGDM", "许可机关统一社会信用代码", 18, "M"),
    Column("XK_ZT", "当前状态", 1, "M"),
    Column("XK_LYDW", "数据来源单位", 200, "M"),
    Column("XK_LYDWDM", "数据来源单位统一社会信用代码", 18, "M"),
    Column("BZ", "备注", 4000, ""),
)
LABELS = {column.name: column.label for column in COLUMNS}

ORGANISATION, PERSON, TRADER = "法人及非法人组织", "自然人", "个体工商户"
CATEGORIES = ("普通", "特许", "认可", "核准", "登记")
# What else is a kind, when it is named.
OTHER = "其他-"
ID_CARD = "身份证"
RESIDENT = "外国人永久居留身份证"
PAPERS = (ID_CARD, "护照号", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", RESIDENT)
# Without an end (domain.md §5, row 22).
FOR_EVER = "2099/12/31"
# Of an organisation that has none; such a trader then needs the registration number.
NO_CODE = "0" * 17 + "X"
Row = dict[str, str]
