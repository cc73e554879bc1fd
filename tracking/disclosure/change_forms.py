"""Shapes of what is written about a change to what is published."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hall.accounts.forms.deed import DeedForm
from tracking.disclosure.actions.published.proposing import LONGEST
from tracking.disclosure.actions.published.words import suggested
from tracking.disclosure.change import CORRECTING, TAKING_BACK
from tracking.disclosure.change_queries import Returned
from tracking.disclosure.forms import TextForm
from tracking.disclosure.models import Disclosure

_ROWS = {"rows": 3}
_CHOOSE = ("", _("请选择"))


def _reason(help_text: Any) -> forms.CharField:
    return forms.CharField(label=_("说明"), max_length=LONGEST, widget=forms.Textarea(attrs=_ROWS), help_text=help_text)


class AgainForm(TextForm):
    """Begins with what came back, else with the words as they stand, or as a corrected decision has them.

    ``returned`` says why it came back, and stands beside the fields.
    """

    reason = _reason(_("只给审查人员看，不公开。"))

    def __init__(self, *args: Any, disclosure: Disclosure, returned: Returned | None = None, **kwargs: Any) -> None:
        self.returned = returned.remark if returned else ""
        start = suggested(disclosure) | (returned.beginning(disclosure) if returned else {})
        kwargs.setdefault("initial", start | {"version": disclosure.version})
        super().__init__(*args, disclosure=disclosure, **kwargs)


class CorrectionForm(AgainForm):
    public_reason = forms.ChoiceField(
        label=_("公开的更正原因"),
        choices=[_CHOOSE, *((one.value, one.label) for one in CORRECTING)],
        help_text=_("写在公示页的更正记录里。更正前的内容不再显示。"),
    )
    field_order = ["version", "grantee", "content", "part_ground", "public_reason", "reason"]


class TakeBackForm(DeedForm):
    ground = forms.ChoiceField(label=_("撤下的理由"), choices=[_CHOOSE, *TAKING_BACK])
    reason = _reason(_("写明具体是哪些内容，只给审查人员看，不公开。"))

    def __init__(self, *args: Any, disclosure: Disclosure, returned: Returned | None = None, **kwargs: Any) -> None:
        self.returned = returned.remark if returned else ""
        start = returned.beginning(disclosure) if returned else {}
        kwargs.setdefault("initial", start | {"version": disclosure.version})
        super().__init__(*args, **kwargs)


class RemarkForm(DeedForm):
    remark = forms.CharField(
        label=_("审查意见"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class ReasonForm(DeedForm):
    remark = forms.CharField(label=_("理由"), max_length=1000, widget=forms.Textarea(attrs=_ROWS))
