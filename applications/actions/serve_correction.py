"""Serving a corrected decision (行政许可法 Art. 44) where the one with the error had been served already."""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.deliver import check_proven, check_signed, service_record
from applications.actions.errands import close_errands
from applications.actions.locking import locked_handling
from applications.actions.papers import serve_paper
from applications.actions.paperwork import draft
from applications.documents.builders import Mode
from applications.documents.service import Service
from applications.events import CorrectionServed
from applications.models import Application
from applications.queries.decision_draft import unserved
from applications.rules import may_issue
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import NotAllowed, WrongState


def serve_correction(uid: UUID, user: User, *, seen: int, mode: Mode = Mode.ELECTRONIC, **told: str) -> Application:
    """Serve every corrected paper that is still owed, with a service record of its own."""
    service = Service(mode=mode, **told)
    with locked_handling(uid, seen=seen) as handling:
        if not may_issue(user, handling):
            raise NotAllowed(_("只有承办部门的制证送达人员可以送达。"))
        owed = unserved(handling)
        if not owed:
            raise WrongState(_("本办件没有需要送达的更正后的决定书。"))
        check_proven(service)
        papers = [one.reissued for one in owed]
        check_signed(papers)
        for one in owed:
            serve_paper(one.reissued.uid, at=now(), mode=mode)
            close_errands(one.uid, by=user)
        draft(service_record(handling, papers, user, service), handling, officer=user)
        announce(handling.application, CorrectionServed(), by=user)
        return handling.application
