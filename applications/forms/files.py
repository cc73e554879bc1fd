"""Several files chosen at once in one input."""

from collections.abc import Sequence
from typing import Any

from django import forms


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)


class FilesField(forms.FileField):
    """Answers a list, empty when nothing was chosen; the content of a file is judged by hall.files."""

    def __init__(self, *, accept: Sequence[str], **options: Any) -> None:
        kinds = ",".join(f".{kind}" for kind in accept)
        super().__init__(widget=SeveralFiles(attrs={"accept": kinds, "multiple": True}), **options)

    def clean(self, value: Any, initial: Any = None) -> Any:
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return list(value or [])
