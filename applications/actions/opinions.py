"""What counts as an opinion: words about the case, never a signature alone (domain.md §2.3, check-list)."""

import re

from django.utils.translation import gettext as _

from hall.errors import Incomplete

LEAST = 4
# Words that only say yes, no or seen. However many of them are strung together, nothing has been said.
BARE = (
    *("同意", "不同意", "拟同意", "我同意", "均同意", "赞成", "可以", "可", "行", "好", "好的", "是", "否", "对"),
    *("已阅", "阅", "阅知", "知悉", "已知悉", "收到", "已读", "无意见", "没有意见", "无异议", "没有异议", "无"),
    *("通过", "审核通过", "审查通过", "审批通过", "准予", "批准", "照准", "不批准", "不通过", "退回", "驳回", "拒绝"),
    *("已审", "已审核", "已审查", "已核", "已办", "已处理", "照办", "请办理", "办理", "上报", "签发", "发", "属实"),
    *("情况属实", "符合", "符合条件", "符合要求", "不符合", "不符合条件", "不符合要求", "合格", "不合格", "按规定办理"),
    *("请领导审批", "请审批", "请阅示", "请批示", "并", "予以", "拟", "建议", "许可", "行政许可", "上述意见", "意见"),
    *("ok", "yes", "no", "agree", "agreed", "approved", "noted", "seen"),
)
# A signature may carry its day; figures say nothing either.
_NOISE = re.compile(r"[\W\d_]+")
_BARE = re.compile("(?:" + "|".join(map(re.escape, sorted(BARE, key=len, reverse=True))) + ")*")


def check_opinion(opinion: str) -> None:
    """Every deed that bears an opinion asks this. Raises Incomplete for what is too short or a bare word."""
    told = _NOISE.sub("", opinion).lower()
    if len(opinion.strip()) < LEAST or not told:
        raise Incomplete(
            _("请写明具体意见，不能只签名。"), fields={"opinion": [_("请写明具体意见（至少4个字）。")]}
        )
    if _BARE.fullmatch(told):
        raise Incomplete(
            _("请写明具体意见，不能只写“同意”“已阅”“无意见”这样的话。"),
            fields={"opinion": [_("请写明核对了什么、依据什么得出结论，不能只写“同意”“已阅”“无意见”。")]},
        )
