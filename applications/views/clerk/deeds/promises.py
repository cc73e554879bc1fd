"""Promises verified, and the short ways to a decision (国办发〔2020〕42号; 行政许可法 Art. 34 para. 2)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.automatic import answer_review, take_over
from applications.actions.on_the_spot import decide_on_the_spot
from applications.actions.verify_promise import check_rectified, decline_revocation, repair_credit, verify_promise
from applications.views.clerk.deeds.deed import Deed
from applications.views.clerk.forms.promises import (
    CheckRectifiedForm,
    DeclineRevocationForm,
    RepairCreditForm,
    VerifyPromiseForm,
)
from applications.views.clerk.forms.quick import AnswerReviewForm, OnTheSpotForm, TakeOverForm

DEEDS = (
    Deed(OnTheSpotForm, decide_on_the_spot, _("已当场办结。受理通知书、决定书和证件正在生成。")),
    Deed(TakeOverForm, take_over, _("已接手，系统不再自动审批。")),
    Deed(AnswerReviewForm, answer_review, _("复核意见已答复申请人。")),
    Deed(VerifyPromiseForm, verify_promise, _("核查结果已记录。")),
    Deed(CheckRectifiedForm, check_rectified, _("复查结果已记录。")),
    Deed(DeclineRevocationForm, decline_revocation, _("已答复，许可保持有效。")),
    Deed(RepairCreditForm, repair_credit, _("已确认信用修复。")),
)
