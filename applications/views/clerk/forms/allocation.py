"""The result of an auction, a tender, an exam or an assessment (行政许可法 Art. 53, 54)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.views.clerk.forms.base import DeedForm, yes_or_no
from hall.clock import today


class AllocationForm(DeedForm):
    deed = "record_allocation"
    title = _("登记招标、拍卖或者考试、考核结果")
    submit = _("登记结果")
    kind = "secondary"
    note = _(
        "依照招标、拍卖程序确定中标人、买受人后，方可作出准予决定（《行政许可法》第五十三条）；"
        "赋予特定资格的，根据考试成绩、考核结果和其他法定条件作出决定（第五十四条）。"
    )

    favourable = yes_or_no(_("结果"), _("本申请人中标（买受）或者合格"), _("他人中标（买受）或者不合格"))
    reference = forms.CharField(
        label=_("标的或者考试名称"), max_length=100, error_messages={"required": _("请填写。")}
    )
    outcome = forms.CharField(
        label=_("中标人、买受人或者成绩"),
        max_length=200,
        help_text=_("加密保存，只供承办人员查阅。"),
        error_messages={"required": _("请填写。")},
    )
    happened_on = forms.DateField(
        label=_("日期"),
        initial=today,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("请填写日期。"), "invalid": _("请填写日期。")},
    )
    file = forms.FileField(
        label=_("成交确认书或者成绩单"),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.png"}),
        help_text=_("可上传 PDF、JPG、PNG，不超过10 MB。"),
        error_messages={"required": _("请上传证明文件。"), "empty": _("文件是空的，请重新选择。")},
    )
