"""SupervisionOrder and its answer (行政许可法 Art. 60, 72)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.supervise import answer_supervision, supervise
from applications.views.clerk import forms
from applications.views.clerk.deeds.deed import Deed

DEEDS = (
    Deed(forms.SuperviseForm, supervise, _("监督文书已发出，等待承办部门答复。")),
    Deed(forms.AnswerSupervisionForm, answer_supervision, _("答复已提交。")),
)
