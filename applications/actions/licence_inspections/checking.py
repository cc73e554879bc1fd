"""What a record of an inspection has to say (行政许可法 Art. 61: what was found and how it was dealt with)."""

from datetime import datetime

from django.utils.translation import gettext as _

from applications.models import InspectionResult, Licence
from hall.clock import local_date, now
from hall.errors import Incomplete, Invalid

MOST_DAYS = 180
LEAST_WORDS = 4


def check_told(licence: Licence, held_at: datetime, place: str, facts: str) -> None:
    missing = {name: [_("请填写。")] for name, text in (("place", place), ("facts", facts)) if not text.strip()}
    if missing:
        raise Incomplete(_("监督检查记录应当写明地点和检查情况。"), fields=missing)
    if local_date(held_at) < licence.issued_on or held_at > now():
        told = _("检查时间应当在颁发许可证件之后，不能晚于现在。")
        raise Invalid(told, fields={"held_at": [told]})


def check_result(result: InspectionResult, problem: str, mend_days: int | None, passed_to: str) -> None:
    """What has to be mended and by when; to whom it is passed and why."""
    missing = {}
    if result != InspectionResult.PASSES and len(problem.strip()) < LEAST_WORDS:
        missing["problem"] = [_("请写明具体内容（至少4个字）。")]
    if result == InspectionResult.MEND and not 1 <= (mend_days or 0) <= MOST_DAYS:
        missing["mend_days"] = [_("请填写1至%(most)d个工作日。") % {"most": MOST_DAYS}]
    if result == InspectionResult.ENFORCE and not passed_to.strip():
        missing["passed_to"] = [_("请写明移送给哪个机关。")]
    if missing:
        raise Incomplete(_("请写明处理结果。"), fields=missing)
