"""Sign-up of a person and of an organisation."""

from typing import Any, ClassVar

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hall.accounts.actions.sign_up import OrganisationDetails, PersonDetails
from hall.accounts.forms.asking import ask_by_name
from hall.accounts.forms.fields import IdCardField, MobileField, UsccField, UsernameField
from hall.accounts.models import Kind, User


class SignUpForm(forms.Form):
    """What both kinds of account need; the first fields say who it is."""

    kind: ClassVar[Kind]

    username = UsernameField()
    password = forms.CharField(
        label=_("密码"),
        strip=False,
        help_text=_("至少8位，须包含大写字母、小写字母、数字、其他符号中的至少三类。"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password_again = forms.CharField(
        label=_("确认密码"),
        strip=False,
        help_text=_("再输入一遍，防止打错。"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    notice_read = forms.BooleanField(
        label=_("我已阅读《个人信息处理告知》"),
        error_messages={"required": _("请先阅读《个人信息处理告知》，再勾选。")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_by_name(self)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        self._check_password(given)
        return given

    def _check_password(self, given: dict[str, Any]) -> None:
        password = given.get("password")
        if not password:
            return
        user = User(kind=self.kind, username=given.get("username", ""), name=given.get("name", ""))
        try:
            validate_password(password, user)
        except ValidationError as problems:
            self.add_error("password", problems)
        if given.get("password_again") and password != given["password_again"]:
            self.add_error("password_again", _("两次输入的密码不一致。"))


class PersonSignUpForm(SignUpForm):
    kind = Kind.PERSON

    name = forms.CharField(
        label=_("姓名"),
        max_length=100,
        help_text=_("与身份证上的姓名一致。"),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    id_number = IdCardField()
    phone = MobileField()

    field_order = ["name", "id_number", "phone"]

    def details(self) -> PersonDetails:
        names = ("name", "id_number", "phone", "username", "password")
        return PersonDetails(**{name: self.cleaned_data[name] for name in names})


class OrganisationSignUpForm(SignUpForm):
    kind = Kind.ORGANISATION

    name = forms.CharField(
        label=_("单位名称"),
        max_length=200,
        help_text=_("与营业执照或登记证书上的名称一致。"),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    uscc = UsccField()
    legal_representative = forms.CharField(label=_("法定代表人（负责人）姓名"), max_length=100)
    handler_name = forms.CharField(label=_("经办人姓名"), max_length=100, help_text=_("使用这个账号为本单位办事的人。"))
    phone = MobileField(label=_("经办人手机号码"))

    field_order = ["name", "uscc", "legal_representative", "handler_name", "phone"]

    def details(self) -> OrganisationDetails:
        names = ("name", "uscc", "legal_representative", "handler_name", "phone", "username", "password")
        return OrganisationDetails(**{name: self.cleaned_data[name] for name in names})
