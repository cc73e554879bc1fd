"""Void one paper with its reason. The number stays used, and the verification page says that it is void."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from applications.documents.kinds import Kind
from applications.models import Paper
from applications.models.paper import PaperState
from hall.actor import Actor
from hall.audit.trail import record
from hall.clock import now
from hall.errors import Incomplete, WrongState

# Art. 42, 45: without these the clock would have run on.
_NOTICES = [Kind.SUSPENSION, Kind.EXTENSION]


@transaction.atomic
def void_paper(uid: UUID, *, reason: str, by: Actor) -> Paper:
    """A paper already void stays as it is, with its first reason."""
    if not reason.strip():
        raise Incomplete(_("请填写作废理由。"), fields={"reason": [_("请填写作废理由。")]})
    paper = Paper.objects.select_for_update(of=("self",)).select_related("hall").get(uid=uid)
    if paper.kind in _NOTICES and paper.state != PaperState.VOIDED:
        raise WrongState(_("暂停计时和延期以这份告知书为前提，不能作废。"))
    if paper.state != PaperState.VOIDED:
        paper.mark_voided(reason.strip(), now())
        paper.save()
        record("PaperVoided", actor=by, hall_code=paper.hall.code, subject_uid=paper.uid)
    return paper
