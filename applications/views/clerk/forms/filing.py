"""Asking for the bound file of a case (domain.md §2.3)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.views.clerk.forms.base import DeedForm


class CaseFileForm(DeedForm):
    deed = "bind_case_file"
    title = pgettext_lazy("deed", "装订案卷")
    submit = pgettext_lazy("deed", "装订案卷")
    kind = "secondary"
    note = _("把卷内目录、归档检查、全部文书和申请材料装订成一个PDF文件。由系统在后台生成，完成后可以下载。")
