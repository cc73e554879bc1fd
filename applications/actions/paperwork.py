"""Drafting a paper of a handling inside a deed; its header comes from ``case_facts``."""

from datetime import date

from django.utils.translation import override

from applications.actions.papers import draft_paper
from applications.documents.builders import Content
from applications.documents.kinds import Disclosure
from applications.models import Handling, Paper
from applications.queries.case_facts import case_facts
from hall.accounts.models import User
from hall.clock import today

__all__ = ["case_facts", "draft"]


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
    # A paper of the authority speaks Chinese, whatever language its reader chose for the pages.
    with override("zh-hans"):
        return draft_paper(
            content,
            application=handling.application,
            handling=handling,
            issuer=handling.issuer,
            officer=officer.name if officer else "",
            issued_on=issued_on or today(),
            for_applicant=for_applicant,
            disclosure=disclosure,
        )
