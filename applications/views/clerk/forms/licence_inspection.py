"""Inspecting what was licensed (行政许可法 Art. 61): the record, its signatures, whether what was found is mended."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.actions.exhibits import KINDS
from applications.forms.deed import words, yes_or_no
from applications.forms.files import FilesField
from applications.models import Confirmation, InspectionReason, InspectionResult, Licence, LicenceInspection
from applications.queries.licence_inspections import unchecked, unsigned
from applications.queries.officers import officers_at
from applications.views.clerk.forms.licence import LicenceForm
from hall.clock import local_date


class RecordForm(LicenceForm):
    deed = "record-inspection"
    template = "applications/clerk/deeds/with_files.html"
    title = pgettext_lazy("deed", "记录监督检查")
    submit = _("保存并签署")
    kind = "secondary"
    note = _(
        "监督检查的情况和处理结果应当记录，由检查人员签字后归档，公众有权查阅（《行政许可法》第六十一条）。"
        "检查不得妨碍被许可人正常的生产经营活动。保存后由其他检查人员签署，全部签署后归档，不能再改动。"
    )

    reason = forms.ChoiceField(label=_("检查类别"), choices=InspectionReason.choices, widget=forms.RadioSelect)  # type: ignore[assignment]
    held_at = forms.DateTimeField(
        label=_("检查时间"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"required": _("请填写检查时间。"), "invalid": _("请填写日期和时间。")},
    )
    place = forms.CharField(label=_("检查地点"), max_length=200, error_messages={"required": _("请填写。")})
    officers = forms.TypedMultipleChoiceField(
        label=_("检查人员"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("本部门有执法证号的人员，至少两名，包括您自己。"),
        error_messages={"required": _("请选择至少两名检查人员。")},
    )
    facts = words(_("检查情况"), rows=6)
    result = forms.ChoiceField(label=_("处理结果"), choices=InspectionResult.choices, widget=forms.RadioSelect)
    problem = words(_("需要改正或者移送的问题"), rows=3, required=False)
    mend_days = forms.IntegerField(
        label=_("改正期限（工作日）"), required=False, help_text=_("责令限期改正时填写，自归档之日起计算。")
    )
    passed_to = forms.CharField(label=_("移送的机关"), max_length=200, required=False)
    confirmation = forms.ChoiceField(
        label=_("被检查人确认"),
        choices=Confirmation.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择。")},
    )
    confirmed_by = forms.CharField(
        label=_("在场人员"), max_length=100, required=False, help_text=_("被检查人一方在场人员的姓名和职务。")
    )
    remark = words(_("异议或者没有签字的情况"), rows=2, required=False)
    photographs = FilesField(
        label=_("照片和其他附件"),
        accept=KINDS,
        required=False,
        help_text=_("可上传 JPG、PNG、PDF，一次最多20个，每个不超过10 MB。"),
    )

    def __init__(self, licence: Licence, data: Any = None, files: Any = None) -> None:
        super().__init__(licence, data, files)
        self.fields["officers"].choices = [  # type: ignore[attr-defined]
            (str(one.uid), f"{one.name} {one.enforcement_no}") for one in officers_at(licence.issuer_id)
        ]


class _AboutOne(LicenceForm):
    """A deed about one of the records of this licence."""

    inspection = forms.TypedChoiceField(
        label=_("监督检查记录"), coerce=UUID, error_messages={"required": _("请选择。")}
    )

    def __init__(self, licence: Licence, data: Any = None, files: Any = None) -> None:
        super().__init__(licence, data, files)
        choices = [(str(one.uid), self.named(one)) for one in self.among(licence)]
        self.fields["inspection"].choices = choices  # type: ignore[attr-defined]

    def named(self, one: LicenceInspection) -> str:
        return f"{local_date(one.held_at)} {one.get_result_display()} {one.recorded_by_name}"

    def among(self, licence: Licence) -> Iterable[LicenceInspection]:
        return unsigned(licence)


class SignForm(_AboutOne):
    deed = "sign-inspection"
    title = pgettext_lazy("deed", "签署监督检查记录")
    submit = _("签署")
    note = _("请核对记录是否与您检查的情况一致。全部检查人员签署后归档，不能再改动。")

    reason = None  # type: ignore[assignment]


class DiscardForm(_AboutOne):
    deed = "discard-inspection"
    title = pgettext_lazy("deed", "作废监督检查记录")
    submit = _("作废")
    kind = "danger"
    note = _("记录有错误的，可以在归档前作废重写；作废的记录保留。")

    reason = words(_("原因"), rows=2)


class MendedForm(_AboutOne):
    deed = "check-mended"
    title = pgettext_lazy("deed", "复查限期改正")
    submit = _("保存复查结果")

    reason = None  # type: ignore[assignment]
    mended = yes_or_no(_("复查结果"), _("已经改正"), _("没有改正"))
    found = words(_("复查情况"), rows=3)

    def among(self, licence: Licence) -> Iterable[LicenceInspection]:
        return unchecked(licence)
