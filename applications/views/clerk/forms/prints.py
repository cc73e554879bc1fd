"""What the list of papers to print is narrowed by."""

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.documents.kinds import Kind


class PrintFilterForm(forms.Form):
    kind = forms.ChoiceField(label=_("文书种类"), choices=[("", _("全部")), *Kind.choices], required=False)
    again = forms.BooleanField(label=_("包括已经打印过的"), required=False)
