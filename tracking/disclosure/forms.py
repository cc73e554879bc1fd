"""Shapes of what drafters, reviewers and heads write; who may do what is the rules' business."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.documents.kinds import Ground
from applications.models.consultation import Override
from hall.accounts.forms.deed import DeedForm
from hall.review.forms import FindingsForm
from tracking.disclosure.models import Disclosure


class TextForm(DeedForm):
    grantee = forms.CharField(label=_("公示的相对人名称"), max_length=200)
    content = forms.CharField(label=_("公示的许可内容"), widget=forms.Textarea(attrs={"rows": 8}))

    part_ground = forms.ChoiceField(
        label=_("部分内容不予公开的理由"),
        required=False,
        choices=[("", _("全部公开")), *Ground.choices],
        help_text=_("有一部分依法不能公开的，删去这一部分并选择理由，其余照常公开。公示页会说明理由。"),
    )

    def __init__(self, *args: Any, disclosure: Disclosure, **kwargs: Any) -> None:
        names = ("version", "grantee", "content", "part_ground")
        kwargs.setdefault("initial", {name: getattr(disclosure, name) for name in names})
        super().__init__(*args, **kwargs)
        if disclosure.grantee_is_person:
            self.fields["grantee"].help_text = _("自然人只保留姓氏，其余用星号隐去。")


class PassForm(FindingsForm, DeedForm):
    why = _("第 %(number)d 处（%(kind)s）可以公开的理由")
    missing = _("请说明这一处为什么可以公开，或者退回修改。")

    @property
    def said(self) -> dict[str, Any]:
        return {"seen": self.cleaned_data["version"], **self.reviewed()}


class PublishForm(DeedForm):
    remark = forms.CharField(
        label=_("批准意见"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class ReturnForm(DeedForm):
    remark = forms.CharField(
        label=_("退回理由"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("写明哪里需要修改，起草人会看到。"),
    )


class WithholdForm(DeedForm):
    ground = forms.ChoiceField(label=_("法定理由"), choices=[("", _("请选择")), *Ground.choices])
    remark = forms.CharField(
        label=_("说明"), max_length=900, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("写明具体是哪些内容。")
    )


class UpholdForm(DeedForm):
    ground = forms.ChoiceField(label=_("法定理由"), choices=[("", _("请选择")), *Ground.choices])
    remark = forms.CharField(
        label=_("不公开哪些内容，理由是什么"),
        max_length=900,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("起草人照此修改，申请人会看到。"),
    )


class OverrideForm(DeedForm):
    ground = forms.ChoiceField(label=_("法定理由"), choices=[("", _("请选择")), *Override.choices])
    remark = forms.CharField(
        label=_("公开的内容和理由"),
        max_length=900,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("书面告知申请人。"),
    )
