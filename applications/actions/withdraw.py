"""Withdrawing an application: the applicant may, at any moment before the decision (domain.md §1.3, D-15).

Whoever is quicker wins: a decision made first cannot be withdrawn from, a case withdrawn first cannot be decided.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.ending import check_told, end_case, lead_of
from applications.actions.locking import locked
from applications.actions.paperwork import case_facts, draft
from applications.documents.builders import Withdrawal
from applications.events import ApplicationWithdrawn
from applications.models import Application, EndingGround
from applications.rules import owns
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Incomplete, NotFound


def withdraw(uid: UUID, user: User, *, seen: int, reason: str, confirmed: bool) -> Application:
    """End the case at its applicant's wish and confirm it in writing; a new application may be made at any time."""
    with locked(uid, seen=seen) as application:
        if not owns(user, application):
            raise NotFound(_("没有找到这个办件。"))
        check_told(reason=reason)
        if not confirmed:
            raise Incomplete(_("请确认撤回申请。"), fields={"confirmed": [_("请勾选确认。")]})
        lead = lead_of(application)
        application.withdraw(at=now())
        end_case(application, EndingGround.WITHDRAWN, by=user, reason=reason)
        draft(Withdrawal(case_facts(lead, whole=True), reason=reason, withdrawn_on=today()), lead, officer=None)
        announce(application, ApplicationWithdrawn(), by=user)
        return application
