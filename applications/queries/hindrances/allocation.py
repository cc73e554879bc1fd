"""Nothing scarce is granted without the award or exam it needs, or past somebody who came first (Art. 53, 54, 57)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.models import Handling, Purpose
from applications.queries.allocation import against_quota, result_of


def of_allocation(handling: Handling, granting: bool) -> Iterator[str]:
    """A denial needs none of these: who does not qualify is told so at any time."""
    if not granting:
        return
    if handling.application.spec.allocation != "ordinary" and handling.application.purpose == Purpose.NEW:
        yield from _by_result(handling)
    yield from against_quota(handling)


def _by_result(handling: Handling) -> Iterator[str]:
    result, award = result_of(handling.application), handling.application.spec.allocation == "bid_auction"
    if result is None and award:
        yield _("还没有登记招标、拍卖的结果（《行政许可法》第五十三条）")
    elif result is None:
        yield _("还没有登记考试、考核的结果（《行政许可法》第五十四条）")
    elif not result.favourable and award:
        yield _("中标人、买受人不是本申请人，不能准予（《行政许可法》第五十三条）")
    elif not result.favourable:
        yield _("考试、考核结果不合格，不能准予（《行政许可法》第五十四条）")
