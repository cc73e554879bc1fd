"""Sign-in: one answer for an unknown name, a wrong password and a closed account."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from hall.accounts.forms.asking import ask_by_name

# No name is as long; the count of tries keeps no more of one.
COUNTED = 100


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": _("用户名或密码不正确。连续输错5次，将锁定30分钟。"),
        "inactive": _("用户名或密码不正确。连续输错5次，将锁定30分钟。"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("用户名")
        self.fields["username"].widget.attrs |= {"maxlength": "30", "spellcheck": "false"}
        self.fields["password"].label = _("密码")
        ask_by_name(self)

    def clean_username(self) -> str:
        """In lower case before it is counted, so that another spelling buys no more tries."""
        return str(self.cleaned_data["username"]).strip().lower()[:COUNTED]
