"""What is told of a violation found elsewhere, and the answer to it (行政许可法 Art. 64)."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from applications.actions.exhibits import KINDS
from applications.forms.deed import words
from applications.forms.files import FilesField
from hall.organisations.models import Department
from hall.uids import uid7

_LOST = _("页面信息不完整，请刷新后重试。")


class NoticeForm(forms.Form):
    """``uid`` is the notice's own: the page that is sent twice sends one."""

    uid = forms.UUIDField(
        widget=forms.HiddenInput, initial=uid7, error_messages={"required": _LOST, "invalid": _LOST}
    )
    department = forms.ModelChoiceField(
        label=_("抄告的部门"), queryset=Department.objects.none(), empty_label=None,
        error_messages={"required": _("请选择。"), "invalid_choice": _("请选择。")},
    )
    licence_no = forms.CharField(
        label=_("许可证件编号"),
        max_length=128,
        help_text=_("证件上的编号，系统据此送达作出许可决定的机关。"),
        error_messages={"required": _("请填写。")},
    )
    facts = words(_("违法事实"), rows=6)
    basis = words(_("违反的法律、法规、规章"), rows=3)
    handled = words(_("处理结果"), rows=3, help_text=_("本机关依法作出了什么处理。"))
    enclosed = FilesField(
        label=_("附件"),
        accept=KINDS,
        required=False,
        help_text=_("处罚决定书、照片等，可上传 JPG、PNG、PDF，一次最多20个，每个不超过10 MB。"),
    )

    def __init__(self, departments: QuerySet[Department], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = departments  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    opinion = words(_("答复"), rows=6, help_text=_("请写明核实的情况和本机关的处理，答复一次。"))
