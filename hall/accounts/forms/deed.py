"""The form of a deed on something that others may change meanwhile."""

from typing import Any

from django import forms


class DeedForm(forms.Form):
    """Carries the version that the person saw, so that the deed is refused when somebody was quicker."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def said(self) -> dict[str, Any]:
        """What the deed takes, by its own names."""
        return {"seen" if name == "version" else name: value for name, value in self.cleaned_data.items()}
