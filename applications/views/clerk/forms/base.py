"""The base of every form at the desk: what a clerk writes about one handling."""

from typing import Any

from applications.forms.deed import VersionedForm, words, yes_or_no
from applications.models import Handling

__all__ = ["DeedForm", "words", "yes_or_no"]


class DeedForm(VersionedForm):
    """One deed about ``handling``."""

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(lambda: handling.application.version, data, files)
        self.handling = handling
