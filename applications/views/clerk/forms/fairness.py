"""Telling and hearing those concerned (行政许可法 Art. 36); keeping out of a case (回避)."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.actions.exhibits import KINDS
from applications.forms.files import FilesField
from applications.models import Handling
from applications.queries.officers import workers_of
from applications.views.clerk.forms.base import DeedForm, words, yes_or_no

_FILES_HELP = _("可上传 JPG、PNG、PDF，一次最多20个，每个不超过10 MB。")


class TellPartyForm(DeedForm):
    deed = "tell_party"
    title = _("告知利害关系人")
    submit = _("出具利害关系人告知书")
    kind = "secondary"
    note = _(
        "行政许可事项直接关系他人重大利益的，应当告知该利害关系人，并听取申请人、利害关系人的意见"
        "（《行政许可法》第三十六条）。系统同时告知申请人。期限届满、放弃或者听取意见以前不能作出决定。"
    )

    name = forms.CharField(
        label=_("利害关系人姓名或者名称"), max_length=200, error_messages={"required": _("请填写。")}
    )
    contact = forms.CharField(
        label=_("联系方式和地址"),
        max_length=300,
        help_text=_("加密保存，只用于告知，不写入告知书。"),
        error_messages={"required": _("请填写。")},
    )
    interest = words(_("涉及的重大利益"), rows=3, help_text=_("写入告知书。"))


class RecordStatementForm(DeedForm):
    deed = "record_statement"
    template = "applications/clerk/deeds/with_files.html"
    title = _("记录陈述申辩")
    submit = _("保存陈述申辩笔录")
    kind = "secondary"
    note = _("当面或者书面提出的意见都应当记录。系统出具陈述申辩笔录。")

    party = forms.TypedChoiceField(
        label=_("陈述人"), coerce=UUID, widget=forms.RadioSelect, error_messages={"required": _("请选择。")}
    )
    waives = yes_or_no(_("陈述申辩"), _("明确表示放弃"), _("提出了意见"))
    text = words(_("陈述和申辩的内容"), rows=6, required=False)
    enclosed = FilesField(label=_("书面意见和证据"), accept=KINDS, required=False, help_text=_FILES_HELP)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        parties = handling.parties.all()
        self.fields["party"].choices = [(str(one.uid), one.name) for one in parties]  # type: ignore[attr-defined]


class DeclareConflictForm(DeedForm):
    deed = "declare_conflict"
    title = _("声明回避")
    submit = _("声明回避")
    kind = "secondary"
    note = _("与本办件有利害关系，可能影响公正办理的，应当回避。声明后由其他人员办理，您不能再办理本办件。")

    reason = words(_("回避理由"), rows=2, help_text=_("加密保存，只有本部门办理人员可以看到。"))


class OrderAvoidanceForm(DeedForm):
    deed = "order_avoidance"
    title = _("决定办理人员回避")
    submit = _("决定回避")
    kind = "secondary"
    note = _("该人员不能再办理本办件。已经出具的审查意见由其他人员重新审查。")

    officer = forms.TypedChoiceField(label=_("回避人员"), coerce=UUID, error_messages={"required": _("请选择。")})
    reason = words(_("理由"), rows=2)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.fields["officer"].choices = _workers(handling)  # type: ignore[attr-defined]


class AnswerAvoidanceForm(DeedForm):
    deed = "answer_avoidance"
    title = _("答复回避申请")
    submit = _("答复申请人")
    note = _("决定回避的，请选择申请人所指的人员。本人的回避由监督人员决定。答复申请人可以看到。")

    upheld = yes_or_no(_("决定"), _("回避"), _("不予回避"))
    officer = forms.TypedChoiceField(
        label=_("回避人员"), coerce=UUID, required=False, empty_value=None, help_text=_("决定回避的必须选择。")
    )
    reason = words(_("答复和理由"), rows=3)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.fields["officer"].choices = [("", "—"), *_workers(handling)]  # type: ignore[attr-defined]


def _workers(handling: Handling) -> list[tuple[str, str]]:
    return [(str(one.uid), one.name) for one in workers_of(handling)]
