"""What every deed ends with: the due date counted again, the applicant told."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from hall.notifications.actions import notify
from hall.notifications.kinds import Kind
from hall.workdays.calendars import calendar_for
from tracking.requests.limits import running
from tracking.requests.models import InfoRequest

TOLD = Kind("requests.told", _("依申请公开"))
_TEXTS = {
    "confirmed": _("您的政府信息公开申请%(number)s已经收到，答复期限已开始计算。"),
    "supplement": _("您的政府信息公开申请%(number)s需要补正，请查看告知书并在期限内补正。"),
    "abandoned": _("您的政府信息公开申请%(number)s逾期没有补正，视为放弃申请。"),
    "consulting": _("您的政府信息公开申请%(number)s正在征求第三方意见，自征求意见书送达起所需时间不计入答复期限。"),
    "consulting_organ": _(
        "您的政府信息公开申请%(number)s正在征求共同制作机关的意见，自征求意见书送达起所需时间不计入答复期限。"
    ),
    "taken_back": _("您的政府信息公开申请%(number)s撤回了一次征求意见，答复期限继续计算。"),
    "extended": _("您的政府信息公开申请%(number)s延长了答复期限，请查看告知书。"),
    "reasons": _("您的政府信息公开申请%(number)s需要说明理由，请查看通知书并在期限内说明。"),
    "unhandled": _("您的政府信息公开申请%(number)s不予处理，请查看告知书。"),
    "delayed": _("您的政府信息公开申请%(number)s确定了延迟答复的期限，请查看告知书。"),
    "answered": _("您的政府信息公开申请%(number)s已经答复。"),
}


def count(request: InfoRequest) -> None:
    """The caller saves."""
    request.due = running(request, calendar_for(request.hall.code)).due


def tell(request: InfoRequest, what: str) -> None:
    """A message is kept in Chinese, whatever language whoever acts reads."""
    with override("zh-hans"):
        notify(
            request.applicant,
            TOLD,
            str(_TEXTS[what]) % {"number": request.number},
            key=f"request:{request.uid}:{what}:{request.version}",
            hall=request.hall,
            route="requests:one",
            subject_uid=request.uid,
        )
