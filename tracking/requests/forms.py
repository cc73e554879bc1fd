"""Shapes of what applicants and officers write; who may do what is the rules' business."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.documents.builders import Mode
from applications.documents.kinds import Ground
from hall.accounts.forms.asking import NamedForm
from hall.accounts.forms.deed import DeedForm as VersionedForm
from hall.clock import today
from hall.organisations.models import Department, Hall
from hall.review.forms import FindingsForm
from hall.uids import uid7
from tracking.requests.actions.answering import Answer
from tracking.requests.actions.file import Asked
from tracking.requests.kinds import AnswerKind, Form, Opinion, Way
from tracking.requests.models import InfoRequest
from tracking.requests.queries import organs_of


def _long(label: Any, rows: int = 4, most: int = 2000, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **options)


def _day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **options)


class AskForm(NamedForm):
    """What 条例 Art. 29 wants; who asks stands in the account. The token makes a second click the same request."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uid7)
    department = forms.ModelChoiceField(
        label=_("向哪个机关申请"),
        queryset=Department.objects.none(),
        empty_label=_("请选择"),
        help_text=_("制作或者保存该信息的机关。"),
    )
    title = forms.CharField(label=_("所需信息的名称、文号"), max_length=200)
    description = _long(
        _("便于查询的其他特征性描述"), most=1000, help_text=_("例如年份、内容、涉及的地点。请勿填写国家秘密。")
    )
    form = forms.ChoiceField(label=_("提供形式"), choices=Form.choices, widget=forms.RadioSelect)
    way = forms.ChoiceField(label=_("获取途径"), choices=Way.choices, widget=forms.RadioSelect)
    postal_address = forms.CharField(
        label=_("邮寄地址"), max_length=200, required=False, help_text=_("选择邮寄时填写，加密保存。")
    )
    phone = forms.CharField(label=_("联系电话"), max_length=20, help_text=_("仅用于就本申请与您联系，加密保存。"))

    def __init__(self, *args: Any, hall: Hall, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = organs_of(hall)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("way") == Way.POST and not cleaned.get("postal_address"):
            self.add_error("postal_address", _("请填写邮寄地址。"))
        return cleaned

    def asked(self) -> Asked:
        return Asked(**self.cleaned_data)


class DeedForm(NamedForm, VersionedForm):
    """A deed on a request, missing words asked for by their name."""


class ConfirmForm(DeedForm):
    pass


class WithdrawForm(DeedForm):
    pass


class GivenForm(DeedForm):
    given = _long(_("补正的内容"), most=1000)


class GivenReasonsForm(DeedForm):
    given = _long(_("申请的理由"), most=1000)


class SupplementForm(DeedForm):
    asked = _long(_("需要补正的内容"), most=1000, help_text=_("一次写全：哪里不明确，怎样补正。"))
    days = forms.IntegerField(label=_("补正期限（工作日）"), min_value=5, max_value=30, initial=15)


class ConsultForm(DeedForm):
    made_it = forms.BooleanField(
        label=_("这是与本机关共同制作该信息的行政机关"),
        required=False,
        help_text=_("逾期未提出意见的，视为同意公开（《政府信息公开条例》第三十四条）。第三方不选。"),
    )
    name = forms.CharField(label=_("第三方或者行政机关的名称"), max_length=200)
    question = _long(
        _("拟公开的内容"),
        most=1000,
        help_text=_("第三方据此判断是否涉及其商业秘密或者个人隐私，机关据此判断可否公开。"),
    )


class ServiceForm(DeedForm):
    party = forms.UUIDField(widget=forms.HiddenInput)
    served_on = _day(_("送达日期"), help_text=_("提出意见的十五个工作日自这一天起算。"))
    mode = forms.ChoiceField(label=_("送达方式"), choices=[("", _("请选择")), *Mode.choices])


class OpinionForm(DeedForm):
    party = forms.UUIDField(widget=forms.HiddenInput)
    opinion = forms.ChoiceField(
        label=_("意见"),
        choices=[(one.value, one.label) for one in (Opinion.CONSENT, Opinion.REFUSE)],
        widget=forms.RadioSelect,
    )
    on = _day(_("收到意见的日期"), initial=today, required=False)
    reason = _long(_("意见的理由"), rows=3, most=1000, required=False, help_text=_("不同意公开的，照其书面意见填写。"))


class TakeBackForm(DeedForm):
    party = forms.UUIDField(widget=forms.HiddenInput)
    reason = _long(
        _("撤回征求的理由"),
        rows=3,
        most=1000,
        help_text=_("例如无法送达、不涉及其权益。留存备查，不告知被征求意见的对象。"),
    )


class ExtendForm(DeedForm):
    reason = _long(_("延期的理由"), rows=3, most=500, help_text=_("告知申请人。"))


class ReasonsForm(DeedForm):
    asked = _long(_("明显超过合理范围的情况"), rows=3, most=1000, help_text=_("写入通知书。申请的件数和时间自动写明。"))


class UnhandledForm(DeedForm):
    reason = _long(_("不予处理的理由"), rows=3, most=1000, help_text=_("告知申请人。"))


class DelayForm(DeedForm):
    days = forms.IntegerField(label=_("延迟几个工作日"), min_value=1)
    reason = _long(_("延迟答复的理由"), rows=3, most=500, help_text=_("告知申请人。"))


class AnswerForm(DeedForm):
    """One of the seven; which of the rest it needs is told by the deed, beside the field."""

    kind = forms.ChoiceField(label=_("答复类型"), choices=AnswerKind.choices, widget=forms.RadioSelect)
    way = _long(
        _("提供的信息，或者获取的方式、途径和时间"), rows=5, most=10_000, required=False,
        help_text=_("不属于本机关的，写负责机关的名称和联系方式。"),
    )  # fmt: skip
    file = forms.FileField(
        label=_("提供的文件"),
        required=False,
        help_text=_("予以公开的信息是文件时上传，PDF、JPG 或者 PNG，不超过 10 MB。只有申请人和办理人员可以下载。"),
    )
    ground = forms.ChoiceField(
        label=_("不予公开的理由"),
        choices=[("", _("全部公开，或者不涉及")), *Ground.choices],
        required=False,
        help_text=_("部分公开的，选择不公开部分的理由。"),
    )
    reason = _long(
        _("理由和依据"), rows=4, required=False, help_text=_("不予公开、信息不存在（写明检索情况）、特别规定等须写明。")
    )
    earlier = forms.CharField(
        label=_("此前答复的申请编号"), max_length=30, required=False, help_text=_("重复申请时填写。")
    )
    public_interest = _long(
        _("重大公共利益的理由"),
        rows=3,
        most=1000,
        required=False,
        help_text=_("第三方不同意而仍然公开时填写，书面告知第三方。"),
    )

    def __init__(self, *args: Any, drafted: InfoRequest | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if drafted and drafted.answer_kind:
            kept = {"kind": drafted.answer_kind, "way": drafted.answer_way, "ground": drafted.ground}
            kept |= {"reason": drafted.reason, "earlier": drafted.earlier, "public_interest": drafted.public_interest}
            self.initial = {**kept, **self.initial}
        if drafted and drafted.answer_file:
            told = _("去掉已上传的文件“%(name)s”") % {"name": drafted.answer_file.given_name}
            self.fields["without_file"] = forms.BooleanField(label=told, required=False)

    @property
    def said(self) -> dict[str, Any]:
        words = dict(self.cleaned_data)
        return {"seen": words.pop("version"), "answer": Answer(**words)}


class PassForm(FindingsForm, DeedForm):
    why = _("第 %(number)d 处（%(kind)s）可以答复的理由")
    missing = _("请说明这一处为什么可以答复申请人，或者退回修改。")

    @property
    def said(self) -> dict[str, Any]:
        return {"seen": self.cleaned_data["version"], **self.reviewed()}


class ReturnForm(DeedForm):
    remark = _long(_("退回理由"), rows=3, most=1000)
