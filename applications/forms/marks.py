"""Marking materials and answers as secrets, before an application is sent (行政许可法 Art. 5)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.models import Application
from applications.models.confidential_claim import Secret
from applications.queries.claims import claimable
from hall.catalogue.spec import said


class MarkForm(forms.Form):
    places = forms.MultipleChoiceField(
        label=_("要标注的材料和内容"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("请至少选择一项。")},
    )
    kind = forms.ChoiceField(
        label=_("属于哪一种"),
        choices=Secret.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择属于哪一种。")},
    )
    reason = forms.CharField(
        label=_("理由"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("写明为什么不能公开，公开会造成什么损害。理由加密保存，只有办理人员可以看到。"),
        error_messages={"required": _("请说明理由。")},
    )

    def __init__(self, draft: Application, data: Any = None) -> None:
        super().__init__(data, prefix="mark")
        field = self.fields["places"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(claimable(draft, words=said).items())
