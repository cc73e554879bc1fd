"""Reading the change that is under way, with its words as the public would read them."""

from dataclasses import dataclass

from hall.review.models import Review
from hall.review.queries import Highlight, latest_of
from hall.review.queries import highlights as told
from tracking.disclosure.actions.published.looks import KIND, last_word_on
from tracking.disclosure.actions.published.words import as_proposed, is_current
from tracking.disclosure.change import ProposedChange
from tracking.disclosure.change_lifecycle import OPEN_CHANGES, ChangeState
from tracking.disclosure.models import Disclosure
from tracking.disclosure.publication import publication_of
from tracking.disclosure.queries import label_of
from tracking.register.actions import preview
from tracking.register.models import Record


def open_change(disclosure: Disclosure) -> ProposedChange | None:
    change = disclosure.changes.filter(state__in=OPEN_CHANGES).first()
    if change:
        change.disclosure = disclosure
    return change


@dataclass(frozen=True, slots=True)
class Returned:
    """The newest change, which came back, and why."""

    change: ProposedChange
    remark: str

    def beginning(self, disclosure: Disclosure) -> dict[str, str]:
        """What its drafter had written, to go on from; without words that a corrected decision has overtaken."""
        written = {name: getattr(self.change, name) for name in ("ground", "public_reason", "reason")}
        words = self.change.words
        return written | (words if words and is_current(disclosure, words) else {})


def returned_change(disclosure: Disclosure) -> Returned | None:
    """The newest change, if it came back: its drafter reads the remark and goes on from the words."""
    newest = disclosure.changes.order_by("-id").first()
    if newest is None or newest.state != ChangeState.RETURNED:
        return None
    look = last_word_on(newest)
    return Returned(newest, look.remark if look else "")


def proposed_record(change: ProposedChange) -> Record | None:
    """As the public would read it; nothing where it is taken back."""
    if not change.words:
        return None
    return preview(publication_of(as_proposed(change.disclosure, change.words)))


def last_word(change: ProposedChange) -> Review | None:
    """What the reviewer said of it, for whoever approves."""
    return last_word_on(change)


def change_findings(change: ProposedChange) -> list[Highlight]:
    review = latest_of(KIND, change.uid)
    return told(review.findings if review else [], label_of)
