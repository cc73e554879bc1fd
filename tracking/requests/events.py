"""What is announced of a request for disclosure."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class RequestSubmitted(Announcement):
    label = _("提交申请")


@dataclass(frozen=True)
class RequestConfirmed(Announcement):
    label = _("确认收到申请")


@dataclass(frozen=True)
class SupplementAsked(Announcement):
    label = _("一次性告知补正")


@dataclass(frozen=True)
class RequestSupplemented(Announcement):
    label = _("补正申请")


@dataclass(frozen=True)
class RequestAbandoned(Announcement):
    label = _("逾期不补正，视为放弃申请")


@dataclass(frozen=True)
class ThirdPartyAsked(Announcement):
    label = _("征求意见")


@dataclass(frozen=True)
class ThirdPartyServed(Announcement):
    label = _("征求意见书送达")


@dataclass(frozen=True)
class ThirdPartyAnswered(Announcement):
    label = _("征求的意见")
    opinion: str


@dataclass(frozen=True)
class AskingTakenBack(Announcement):
    label = _("撤回征求")


@dataclass(frozen=True)
class RequestExtended(Announcement):
    label = _("延长答复期限")


@dataclass(frozen=True)
class ReasonsAsked(Announcement):
    label = _("要求说明理由")


@dataclass(frozen=True)
class ReasonsGiven(Announcement):
    label = _("申请人说明理由")


@dataclass(frozen=True)
class RequestUnhandled(Announcement):
    label = _("不予处理")


@dataclass(frozen=True)
class AnswerDelayed(Announcement):
    label = _("确定延迟答复的期限")


@dataclass(frozen=True)
class AnswerDrafted(Announcement):
    label = _("答复送审查")
    answer: str


@dataclass(frozen=True)
class AnswerReturned(Announcement):
    label = _("答复退回修改")


@dataclass(frozen=True)
class RequestAnswered(Announcement):
    label = _("答复申请人")
    answer: str
    ground: str


@dataclass(frozen=True)
class RequestWithdrawn(Announcement):
    label = _("申请人撤回")
