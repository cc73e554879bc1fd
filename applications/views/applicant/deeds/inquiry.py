"""Answering a question of the agency: in words, with no material (行政许可法 Art. 32 (4), 72 (4))."""

from django.utils.translation import gettext_lazy as _

from applications.actions.inquire import answer_inquiry
from applications.forms.deed import words
from applications.views.applicant.deeds.deed import OwnDeed
from applications.views.applicant.forms import OwnDeedForm


class AnswerInquiryForm(OwnDeedForm):
    deed = "answer_inquiry"
    title = _("答复询问")
    submit = _("提交答复")
    note = _("问题见本页“询问”。只需要用文字答复，不需要也不能提交材料；受理后没有补交材料的义务。")

    answer = words(_("答复"), rows=5)


DEEDS = (OwnDeed(AnswerInquiryForm, answer_inquiry, _("答复已提交。")),)
