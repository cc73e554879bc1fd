"""What ``make run`` prints: who can sign in, and what to try first."""

from collections.abc import Sequence
from unicodedata import east_asian_width

from hall.accounts.demo.password import DEMO_PASSWORD

_PEOPLE = [
    ("账号", "谁", "可以做什么"),
    ("zhangxiaoman", "张小满（个人）", "实名中级，可直接申请"),
    ("liyinuo", "李一诺（个人）", "实名中级，可直接申请"),
    ("chenyixin", "陈一新（个人）", "尚未实名，可试一试演示认证"),
    ("yunshang", "重庆云上劳务派遣有限公司", "法人，经办人何经办"),
    ("qingquan", "重庆清泉浴室有限公司", "法人，经办人秦小泉"),
    ("yz-wj-window", "渝中区卫生健康委员会", "窗口受理"),
    ("yz-wj-examiner", "渝中区卫生健康委员会", "审查"),
    ("yz-wj-signer", "渝中区卫生健康委员会", "决定（签发）"),
    ("yz-wj-cert", "渝中区卫生健康委员会", "制证送达"),
    ("yz-wj-head", "渝中区卫生健康委员会", "机关负责人（批准延期、批准公开等）"),
    ("yz-rs-window …", "渝中区人力资源和社会保障局", "同上各岗"),
    ("yz-sl-window …", "渝中区水利局", "同上各岗"),
    ("cq-rs-window …", "重庆市人力资源和社会保障局", "同上各岗"),
    ("cq-sl-window …", "重庆市水利局", "同上各岗"),
    ("yz-window …", "渝中区各部门", "同上各岗，没有专门账号的部门由他们办理"),
    ("yz-discloser", "渝中区各部门", "公示起草（市级：cq-discloser）"),
    ("yz-secrecy", "渝中区各部门", "保密审查（市级：cq-secrecy）"),
    ("yz-complaints", "渝中区各部门", "投诉承办（市级：cq-complaints）"),
    ("yz-supervisor", "渝中区各部门", "监督（市级：cq-supervisor）"),
    ("yz-government", "渝中区各部门", "区政府负责人（市级：cq-government）"),
    ("500106-window …", "其他大厅（区划代码开头）", "窗口、审查、签发、制证、公示、保密、投诉"),
]
_FIRST_STEPS = """\
先试这些：
  1. 用 qingquan 登录，在“渝中区”大厅找“公共场所卫生许可”，填表、上传材料、提交，记下办件编号和查询码。
  2. 换 yz-wj-window 受理，yz-wj-examiner 审查，yz-wj-signer 决定，yz-wj-cert 制证送达。
  3. 不登录，在“我要查”用办件编号和查询码看进度；扫文书上的二维码核验。
  4. yz-discloser 起草公示，yz-secrecy 审查，yz-wj-head 批准后，在“公示公开”里找到结果；不满意可以投诉。"""


def _width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
    return "  " + "  ".join(cells).rstrip()


def tour() -> str:
    return f"演示账号（密码都是 {DEMO_PASSWORD}）：\n{aligned(_PEOPLE)}\n{_FIRST_STEPS}"
