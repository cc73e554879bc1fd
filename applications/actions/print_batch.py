"""Printing several papers at once: one PDF for the printer, and a note on each paper that it lay there."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from applications.documents.parts import Part, bound
from applications.models import Paper
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.clock import now
from hall.errors import Incomplete
from hall.files.queries import open_bytes
from hall.organisations.models import Hall


@transaction.atomic
def print_batch(papers: Sequence[Paper], user: User, hall: Hall) -> bytes:
    """The bound copies. Printing again is no harm: the note keeps the last time."""
    parts = [Part(str(paper), open_bytes(paper.file)) for paper in papers if paper.file]
    if not parts:
        raise Incomplete(_("请至少选择一份文书。"), fields={"papers": [_("请至少选择一份文书。")]})
    Paper.objects.filter(pk__in=[paper.pk for paper in papers]).update(copied_at=now())
    cases = list(dict.fromkeys(paper.application.uid for paper in papers))
    record("papers.printed", actor=actor_of(user), hall_code=hall.code, subject_uid=None, shown=cases)
    return bound(parts)
