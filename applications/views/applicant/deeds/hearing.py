"""The applicant's part in a hearing (行政许可法 Art. 47, 48)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.hearings.challenging import challenge_presider
from applications.actions.hearings.requesting import request_hearing, waive_hearing
from applications.views.applicant import hearing_forms as forms
from applications.views.applicant.deeds.deed import OwnDeed

DEEDS = (
    OwnDeed(forms.RequestHearingForm, request_hearing, _("听证申请已提交，本机关将在二十个工作日内组织听证。")),
    OwnDeed(forms.WaiveHearingForm, waive_hearing, _("已放弃听证。")),
    OwnDeed(forms.ChallengePresiderForm, challenge_presider, _("回避申请已提交，由本机关负责人决定。")),
)
