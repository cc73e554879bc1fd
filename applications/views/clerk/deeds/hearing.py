"""Hearings (行政许可法 Art. 46-48)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.hearings.challenging import answer_challenge
from applications.actions.hearings.holding import hold_hearing, record_hearing, weigh_hearing
from applications.actions.hearings.ordering import order_hearing
from applications.actions.hearings.recording import (
    admit_hearing,
    record_asking,
    record_request,
    record_waiver,
    refuse_hearing,
)
from applications.actions.hearings.scheduling import postpone_hearing, schedule_hearing
from applications.actions.hearings.telling import tell_hearing_right
from applications.views.clerk.deeds.deed import Deed
from applications.views.clerk.forms import hearing as forms

DEEDS = (
    Deed(forms.TellHearingRightForm, tell_hearing_right, _("已告知听证权利。听证权利告知书正在生成。")),
    Deed(forms.OrderHearingForm, order_hearing, _("已决定举行听证，请确定时间、地点和主持人。")),
    Deed(forms.RecordAskingForm, record_asking, _("已登记，等待签发人员答复。")),
    Deed(forms.RecordRequestForm, record_request, _("已登记听证申请，请在二十个工作日内组织听证。")),
    Deed(forms.RecordWaiverForm, record_waiver, _("已登记放弃听证。")),
    Deed(forms.AdmitHearingForm, admit_hearing, _("已同意举行听证，请确定时间、地点和主持人。")),
    Deed(forms.RefuseHearingForm, refuse_hearing, _("已通知不予听证。通知书正在生成。")),
    Deed(forms.ScheduleHearingForm, schedule_hearing, _("听证通知书正在生成，申请人可以在网上查看。")),
    Deed(forms.PostponeHearingForm, postpone_hearing, _("新的听证通知书正在生成。")),
    Deed(forms.AnswerChallengeForm, answer_challenge, _("已对回避申请作出决定，申请人可以在网上查看。")),
    Deed(forms.HoldHearingForm, hold_hearing, _("已登记听证举行，请完成笔录。")),
    Deed(forms.RecordHearingForm, record_hearing, _("听证笔录已保存。")),
    Deed(forms.WeighHearingForm, weigh_hearing, _("听证笔录采纳情况已保存，将写入决定书。")),
)
