"""D-19 听证权利告知书 (行政许可法 Art. 47): the right, the five days, how to ask, and that it costs nothing."""

from dataclasses import dataclass
from datetime import date

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind

ONLINE = "请登录本大厅“我的空间”，在本办件的页面申请听证；也可以向本机关书面提出。"
IN_WRITING = "请向本机关书面提出，写明姓名（名称）、联系方式和申请听证的理由。"


@dataclass(frozen=True, slots=True)
class HearingRight(Content):
    """``interested`` is empty on the applicant's own; ``unit`` is working or natural."""

    kind = Kind.HEARING_RIGHT
    template = "documents/hearing_right.html"

    addressee: str
    reason: str
    latest_on: date
    unit: str = "working"
    interested: bool = False

    def words(self) -> dict[str, str]:
        return {
            "period": "五个工作日" if self.unit == "working" else "五日",
            "how": IN_WRITING if self.interested else ONLINE,
        }
