"""Seats and marks of an exam (行政许可法 Art. 54)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.exams import enrol, enter_marks
from applications.views.clerk.deeds.deed import Deed
from applications.views.clerk.forms.exams import EnrolForm, EnterMarksForm

DEEDS = (
    Deed(EnrolForm, enrol, _("座位已编排，已告知申请人。")),
    Deed(EnterMarksForm, enter_marks, _("成绩已登记。")),
)
