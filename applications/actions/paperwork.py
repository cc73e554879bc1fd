"""Drafting papers of a handling inside a deed; their header comes from ``case_facts``."""

from datetime import date

from django.utils.translation import override

from applications.actions.papers import draft_papers
from applications.documents.builders import Content
from applications.documents.kinds import Disclosure
from applications.models import Handling, Paper
from applications.queries.case_facts import case_facts
from hall.accounts.models import User
from hall.clock import today

__all__ = ["case_facts", "draft", "draft_all"]


def draft(
    content: Content,
    handling: Handling,
    *,
    officer: User | None,
    issued_on: date | None = None,
    for_applicant: bool = True,
    disclosure: Disclosure | None = None,
) -> Paper:
    """Draft a paper of this handling inside the deed's transaction; the worker prints and signs it."""
    (paper,) = draft_all(
        content,
        handling=handling,
        officer=officer,
        issued_on=issued_on,
        for_applicant=for_applicant,
        disclosure=disclosure,
    )
    return paper


def draft_all(
    *contents: Content,
    handling: Handling,
    officer: User | None,
    issued_on: date | None = None,
    for_applicant: bool = True,
    disclosure: Disclosure | None = None,
) -> list[Paper]:
    """Several at once, numbered in this order."""
    # A paper of the authority speaks Chinese, whatever language its reader chose for the pages.
    with override("zh-hans"):
        return draft_papers(
            *contents,
            application=handling.application,
            handling=handling,
            issuer=handling.issuer,
            officer=officer.name if officer else "",
            issued_on=issued_on or today(),
            for_applicant=for_applicant,
            disclosure=disclosure,
        )
