"""Being heard (行政许可法 Art. 36), and asking that an officer keep out of the case (回避)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.actions.avoidance import ask_avoidance
from applications.actions.exhibits import KINDS
from applications.actions.parties import make_statement, waive_statement
from applications.forms.deed import words
from applications.forms.files import FilesField
from applications.views.applicant.deeds.deed import OwnDeed
from applications.views.applicant.forms import OwnDeedForm


class MakeStatementForm(OwnDeedForm):
    deed = "make_statement"
    template = "applications/clerk/deeds/with_files.html"
    title = _("提出陈述申辩意见")
    submit = _("提交陈述申辩意见")
    note = _("承办机关应当听取您的意见。系统出具陈述申辩笔录。")

    text = words(_("陈述和申辩的内容"), rows=6)
    enclosed = FilesField(
        label=_("书面意见和证据"),
        accept=KINDS,
        required=False,
        help_text=_("可上传 JPG、PNG、PDF，一次最多20个，每个不超过10 MB。"),
    )


class WaiveStatementForm(OwnDeedForm):
    deed = "waive_statement"
    title = _("放弃陈述申辩")
    submit = _("放弃陈述申辩")
    kind = "secondary"
    note = _("放弃后承办机关不必等待陈述申辩期限届满。作出决定以前，您仍然可以提出意见。")


class AskAvoidanceForm(OwnDeedForm):
    deed = "ask_avoidance"
    title = _("申请办理人员回避")
    submit = _("提出回避申请")
    kind = "secondary"
    note = _("办理人员与本办件有利害关系，可能影响公正办理的，您可以申请其回避，由机关负责人决定。办理期限继续计算。")

    officer_name = forms.CharField(
        label=_("申请谁回避"),
        max_length=100,
        help_text=_("可以写姓名，例如文书上的承办人、核查人员。"),
        error_messages={"required": _("请填写。")},
    )
    reason = words(_("理由"), rows=3)


DEEDS = (
    OwnDeed(MakeStatementForm, make_statement, _("陈述申辩意见已提交。")),
    OwnDeed(WaiveStatementForm, waive_statement, _("已放弃陈述申辩。")),
    OwnDeed(AskAvoidanceForm, ask_avoidance, _("回避申请已提出，由机关负责人决定。")),
)
