"""Hearing those concerned (行政许可法 Art. 36) and keeping out of a case (回避)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.avoidance import answer_avoidance, declare_conflict, order_avoidance
from applications.actions.parties import record_statement, tell_party
from applications.views.clerk.deeds.deed import Deed
from applications.views.clerk.forms import fairness as forms

DEEDS = (
    Deed(forms.TellPartyForm, tell_party, _("利害关系人告知书正在生成，请送达利害关系人。")),
    Deed(forms.RecordStatementForm, record_statement, _("已记录。")),
    Deed(forms.DeclareConflictForm, declare_conflict, _("已声明回避，本办件由其他人员办理。")),
    Deed(forms.OrderAvoidanceForm, order_avoidance, _("已决定该人员回避。")),
    Deed(forms.AnswerAvoidanceForm, answer_avoidance, _("已答复申请人。")),
)
