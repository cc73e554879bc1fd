"""One's own contact data and password."""

from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordChangeForm
from django.utils.translation import gettext_lazy as _

from hall.accounts.forms.asking import ask_by_name
from hall.accounts.forms.fields import MobileField
from hall.accounts.models import Kind, User
from hall.accounts.passwords import LEAST_FOR_PUBLIC, LEAST_FOR_STAFF


class ContactForm(forms.Form):
    phone = MobileField(error_messages={"required": _("请填写手机号码。")})
    address = forms.CharField(
        label=_("联系地址"),
        max_length=300,
        required=False,
        help_text=_("用于邮寄决定和证照，可以不填。"),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )


class ChangePasswordForm(PasswordChangeForm):
    error_messages = {
        "password_incorrect": _("现在的密码不正确。"),
        "password_mismatch": _("两次输入的密码不一致。"),
    }

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(user, *args, **kwargs)
        least = LEAST_FOR_STAFF if user.kind == Kind.STAFF else LEAST_FOR_PUBLIC
        self.fields["old_password"].label = _("现在的密码")
        self.fields["new_password1"].label = _("新密码")
        self.fields["new_password1"].help_text = _(
            "至少%(least)d位，须包含大写字母、小写字母、数字、其他符号中的至少三类。"
        ) % {"least": least}
        self.fields["new_password2"].label = _("确认新密码")
        self.fields["new_password2"].help_text = _("再输入一遍，防止打错。")
        ask_by_name(self)
