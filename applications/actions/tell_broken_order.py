"""Telling supervision of a grant that went past an earlier case (行政许可法 Art. 57, domain.md R17): once."""

from datetime import date
from uuid import UUID

from applications.actions.locking import locked
from applications.events import RuleBroken
from hall.accounts.deeds import announce

RULE = "R17"


def tell_broken_order(uid: UUID, *, handling: UUID, since: date) -> bool:
    """Says whether it was news."""
    with locked(uid) as application:
        if RULE in application.breaches:
            return False
        application.breaches = [*application.breaches, RULE]
        announce(application, RuleBroken(RULE, handling, since), by=None)
        return True
