"""Letting somebody act in one's case (行政许可法 Art. 29)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.actions.appoint_agent import appoint_agent
from applications.views.applicant.deeds.deed import OwnDeed
from applications.views.applicant.forms import OwnDeedForm
from hall.accounts.forms.fields import IdCardField

_ASK = _("请填写。")


class AppointAgentForm(OwnDeedForm):
    deed = "appoint_agent"
    title = _("委托代理人办理本办件")
    submit = _("委托")
    kind = "secondary"
    note = _("代理人从现在起可以以您的名义办理本办件，法律后果由您承担。您可以随时在“委托代理”中撤销。")

    agent_name = forms.CharField(
        label=_("代理人姓名"), max_length=100, help_text=_("与身份证上的姓名一致。"), error_messages={"required": _ASK}
    )
    agent_number = IdCardField(label=_("代理人身份证号码"), error_messages={"required": _ASK})
    valid_to = forms.DateField(
        label=_("委托期限至"), error_messages={"required": _ASK, "invalid": _("请填写日期，例如2027-05-01。")}
    )


DEEDS = (OwnDeed(AppointAgentForm, appoint_agent, _("已委托代理人，代理人会收到消息。")),)
