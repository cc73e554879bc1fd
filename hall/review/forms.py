"""What a reviewer says to each finding of the sweep."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hall.review.queries import Highlight

_PREFIX = "finding_"


class FindingsForm(forms.Form):
    """One field for each finding, and a remark. ``why`` labels the fields, ``missing`` asks for one left empty."""

    why: str | Promise
    missing: str | Promise

    def __init__(self, *args: Any, findings: Sequence[Highlight] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in findings:
            self.fields[f"{_PREFIX}{one.place}"] = forms.CharField(
                label=str(self.why) % {"number": one.place + 1, "kind": one.kind},
                max_length=500,
                help_text=one.excerpt,
                error_messages={"required": str(self.missing)},
            )
        self.fields["remark"] = forms.CharField(
            label=_("审查意见"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
        )

    def reviewed(self) -> dict[str, Any]:
        """``remark``, and ``resolutions`` by the place of their finding."""
        given = self.cleaned_data
        words = {int(name.removeprefix(_PREFIX)): text for name, text in given.items() if name.startswith(_PREFIX)}
        return {"remark": given["remark"], "resolutions": words}
