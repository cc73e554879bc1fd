"""Mark one paper served (行政许可法 Art. 44): refused while it is unsigned, for there is nothing to give yet."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from applications.documents.builders import Mode
from applications.models import Paper
from applications.models.paper import PaperState
from hall.errors import WrongState


@transaction.atomic
def serve_paper(uid: UUID, *, at: datetime, mode: Mode = Mode.ELECTRONIC) -> Paper:
    """Serving twice changes nothing: the first time counts."""
    paper = Paper.objects.select_for_update(of=("self",)).get(uid=uid)
    if paper.state == PaperState.SERVED:
        return paper
    if paper.state == PaperState.DRAFTED:
        raise WrongState(_("文书“%(paper)s”尚未印制签名，暂不能送达，请稍后再试。") % {"paper": paper})
    if paper.state == PaperState.VOIDED:
        raise WrongState(_("文书“%(paper)s”已经作废，不能送达。") % {"paper": paper})
    paper.mark_served(at, mode)
    paper.save()
    return paper
