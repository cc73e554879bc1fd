"""Deciding on the spot, taking over from the rules, and answering who asked for a person."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.models import Handling
from applications.views.clerk.forms.base import DeedForm, words
from hall.catalogue.spec import on_record


class OnTheSpotForm(DeedForm):
    deed = "decide_on_the_spot"
    title = _("当场办结")
    submit = _("受理并当场准予")
    note = _(
        "材料齐全、符合法定形式，能够当场作出决定的，应当当场作出书面的行政许可决定（《行政许可法》第三十四条第二款）。"
        "系统一并出具受理通知书、决定书和许可证件。"
    )

    content = words(_("许可内容"), help_text=_("写入决定书和许可证件。"))
    opinion = words(_("签发意见"), rows=2, help_text=_("写明核对了什么。内部记录，不写入决定书。"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.initial["content"] = on_record(handling.application.spec.result.content)


class TakeOverForm(DeedForm):
    deed = "take_over"
    title = _("接手自动审批")
    submit = pgettext_lazy("deed", "接手办理")
    kind = "secondary"
    note = _("接手以后系统不再自动审批，由工作人员按一般程序办理。")


class AnswerReviewForm(DeedForm):
    deed = "answer_review"
    title = _("复核自动审批决定")
    submit = pgettext_lazy("deed", "答复复核")
    kind = "secondary"
    says = {"opinion": "finding"}

    finding = words(_("复核意见"), help_text=_("写明核对了什么、决定是否妥当，申请人可以看到。"))
