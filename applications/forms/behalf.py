"""For whom an application is made: oneself, or somebody who gave a mandate (行政许可法 Art. 29)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from hall.accounts.models import Mandate, User

OWN = "self"


class BehalfForm(forms.Form):
    applicant = forms.ChoiceField(
        label=_("为谁办理"),
        widget=forms.RadioSelect,
        help_text=_("受他人委托办理的，申请人是委托人；提交时须上传授权委托书。"),
        error_messages={"required": _("请选择为谁办理。"), "invalid_choice": _("请从列出的申请人中选择。")},
    )

    def __init__(self, user: User, mandates: Sequence[Mandate], *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["applicant"]
        mine = [(OWN, _("我自己（%(name)s）") % {"name": user.name})] if own else []
        choice.choices = [*mine, *((str(one.uid), one.principal.name) for one in mandates)]

    @property
    def mandate(self) -> UUID | None:
        chosen = self.cleaned_data["applicant"]
        return None if chosen == OWN else UUID(chosen)
