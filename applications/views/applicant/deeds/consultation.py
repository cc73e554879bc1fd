"""What the applicant says to the words that will be published (行政许可法 Art. 5; 政府信息公开条例 Art. 32)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.actions.consultations.answering import consent, object_to_publication
from applications.forms.deed import words
from applications.models import Application
from applications.queries.consultations import words_of
from applications.views.applicant.deeds.deed import OwnDeed
from applications.views.applicant.forms import OwnDeedForm


class ConsentForm(OwnDeedForm):
    deed = "consent"
    template = "applications/applicant/consent.html"
    title = _("同意公开")
    submit = _("同意公开")
    note = _("同意以后，本页“将要公开的内容”中的文字经审查和批准就会公示，任何人都可以看到。")

    # The digest of the words that stood on the page: nobody consents to others.
    words = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, application: Application, data: Any = None, files: Any = None) -> None:
        super().__init__(application, data, files)
        shown = None if data is not None else words_of(application)
        if shown:
            self.initial["words"] = shown.sm3


class ObjectForm(OwnDeedForm):
    deed = "object_to_publication"
    title = _("对公开的内容提出异议")
    submit = _("提出异议")
    kind = "secondary"
    note = _(
        "在公示之前可以提出。异议处理完以前不公示。行政许可决定依法应当公开（《行政许可法》第四十条），"
        "异议成立的，可以不公开其中的有关部分；结果和理由会书面告诉您。"
    )

    reason = words(_("哪些内容不应当公开，理由是什么"), rows=4, help_text=_("理由加密保存，只有办理人员可以看到。"))


DEEDS = (
    OwnDeed(ConsentForm, consent, _("已同意公开。")),
    OwnDeed(ObjectForm, object_to_publication, _("异议已提出，处理结果会通知您。")),
)
