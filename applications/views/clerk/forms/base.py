"""The base of every form at the desk: what a clerk writes about one handling."""

from typing import Any

from applications.actions.draft_decision import DraftMovedOn
from applications.forms.deed import VersionedForm, words, yes_or_no
from applications.models import Handling

__all__ = ["DeedForm", "words", "yes_or_no"]


class DeedForm(VersionedForm):
    """One deed about ``handling``."""

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(lambda: handling.application.version, data, files)
        self.handling = handling
        # Another draft of the same words that was saved meanwhile.
        self.changed: DraftMovedOn | None = None

    def meet(self, changed: DraftMovedOn) -> None:
        """Show both; sending the page again keeps what stands in it."""
        self.changed, self.status = changed, changed.status
        sent: Any = self.data.copy()  # type: ignore[attr-defined] # what a browser sends is a QueryDict
        sent["revision"] = str(changed.revision)
        self.data = sent
        self.add_error(None, str(changed.message))
