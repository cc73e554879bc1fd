"""The base of every deed's form, the clerk's and the applicant's: the version looked at, refusals beside fields."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from hall.accounts.forms.pinning import pin
from hall.errors import Refused

_LOST = _("页面信息不完整，请刷新后重试。")


class VersionedForm(forms.Form):
    """``says`` maps what a deed calls a field to what this form calls it."""

    deed: ClassVar[str]
    title: ClassVar[Any]
    submit: ClassVar[Any]
    # What the law makes of this deed, in one sentence beside its button.
    note: ClassVar[Any] = ""
    kind: ClassVar[str] = ""
    says: ClassVar[Mapping[str, str]] = {}
    template: ClassVar[str] = "applications/clerk/deeds/fields.html"

    # What the page answers when this form did not go through.
    status = 422

    version = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={"required": _LOST, "invalid": _LOST},
    )

    def __init__(self, version: Callable[[], int], data: Any = None, files: Any = None) -> None:
        # Asked only when the form is drawn: a form that was sent brings its own.
        super().__init__(data, files, auto_id=f"{self.deed}-%s", initial={"version": version})

    def told(self) -> dict[str, Any]:
        """What was written, as the deed's keyword arguments."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def lay(self, refusal: Refused) -> None:
        """Put each problem beside its field; what belongs to none stands above the form."""
        known = {self.says.get(name, name): texts for name, texts in refusal.fields.items()}
        pin(self, Refused(refusal.message, fields=known))


def words(label: Any, *, rows: int = 4, required: bool = True, help_text: Any = "") -> forms.CharField:
    """Running text of a paper or an opinion."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=5000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("请填写。")},
    )


def yes_or_no(label: Any, yes: Any, no: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=[("yes", yes), ("no", no)],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择。")},
    )
