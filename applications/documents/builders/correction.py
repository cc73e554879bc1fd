"""D-05 补正材料一次性告知书 (行政许可法 Art. 32(4)): everything that must be corrected, told once."""

from dataclasses import dataclass
from datetime import date

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind

HOW = (
    "请登录本大厅“我的空间”，在本办件的“补正材料”页面逐项提交；也可以到受理窗口提交。"
    "确实不能提供的，请逐项说明原因后一并提交。"
)
CONSEQUENCE = "逾期未按要求补正的，本机关将依法作出处理并书面告知您。等待补正的时间不计入办理期限。"


@dataclass(frozen=True, slots=True)
class Defect:
    """One line of the notice; ``problem`` is 缺失, 不符合形式 or 内容错误."""

    material: str
    problem: str
    detail: str
    requirement: str
    form: str = "电子件"
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Correction(Content):
    kind = Kind.CORRECTION
    template = "documents/correction.html"

    defects: tuple[Defect, ...]
    latest_on: date | None = None
    how: str = HOW
    consequence: str = CONSEQUENCE
    # A second notice repeats what is still unmet (domain.md §1.2 (b)).
    again: bool = False
    # The law by which the case ends when nothing comes; most items name none.
    lapse_basis: str = ""
