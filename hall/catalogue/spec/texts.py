"""Texts of an item file: in the language of the reader, and as records and papers keep them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language


def said(text: Any) -> str:
    """A text of an item file in the reader's language; Chinese where no translation was given."""
    if not isinstance(text, Mapping):
        return str(text or "")
    language = (get_language() or "zh")[:2]
    return str(text.get(language) or text.get("zh") or "")


def on_record(text: Any) -> str:
    """A text of an item file as records and papers keep it: Chinese, whatever language whoever acts reads."""
    return str((text.get("zh") if isinstance(text, Mapping) else text) or "")
