"""Making up what was tolerated, and asking for a person instead of the rules."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.actions.automatic import ask_person
from applications.actions.make_up import make_up
from applications.models import Application
from applications.queries.promises import may_come
from applications.views.applicant.deeds.deed import OwnDeed
from applications.views.applicant.forms import OwnDeedForm

_CHOOSE = _("请选择。")


class MakeUpForm(OwnDeedForm):
    deed = "make_up"
    title = _("补交容缺材料")
    submit = _("补交这份材料")
    note = _("补交以后系统出具接收凭证，承办部门继续办理。")

    key = forms.ChoiceField(label=_("补交哪一份材料"), error_messages={"required": _CHOOSE, "invalid_choice": _CHOOSE})
    upload = forms.FileField(label=_("选择文件"), error_messages={"required": _("请选择文件。")})

    def __init__(self, application: Application, data: Any = None, files: Any = None) -> None:
        super().__init__(application, data, files)
        choices = [(one.key, one.name) for one in may_come(application)]
        self.fields["key"].choices = choices  # type: ignore[attr-defined]


class AskPersonForm(OwnDeedForm):
    deed = "ask_person"
    title = _("要求由工作人员办理")
    submit = pgettext_lazy("deed", "要求由工作人员办理")
    kind = "secondary"
    note = _("还没有自动审批的，由工作人员按一般程序办理；已经自动作出决定的，由工作人员复核。")


DEEDS = (
    OwnDeed(MakeUpForm, make_up, _("材料已补交，接收凭证正在生成。")),
    OwnDeed(AskPersonForm, ask_person, _("已告知承办部门，由工作人员办理。")),
)
