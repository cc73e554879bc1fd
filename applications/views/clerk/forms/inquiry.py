"""A written question after acceptance (行政许可法 Art. 32 (4), 72 (4)): neither for a material nor with one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.actions.inquire import MOST_DAYS
from applications.views.clerk.forms.base import DeedForm, words


class InquireForm(DeedForm):
    deed = "inquire"
    title = _("询问申请人")
    submit = _("发出询问")
    kind = "secondary"
    note = _("受理后不得再要求申请人补交材料。询问只能由申请人用文字答复，办理期限继续计算。")

    text = words(_("询问的问题"), rows=3)
    days = forms.IntegerField(label=_("答复期限（工作日）"), min_value=1, max_value=MOST_DAYS, initial=3)
    confirmed = forms.BooleanField(
        label=_("问题提到了申请材料，我确认不要求申请人提交材料"),
        required=False,
        help_text=_("没有提到申请材料的不用勾选；勾选后记入效能监督。"),
    )
