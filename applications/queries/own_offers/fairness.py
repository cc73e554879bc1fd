"""The applicant's right to be heard (行政许可法 Art. 36), and to ask that an officer keep out (回避)."""

from collections.abc import Iterator

from applications.lifecycle import UNDECIDED
from applications.models import OPEN, Application, AvoidanceState, InterestedParty, Room
from applications.queries.open_part import open_part


def offer(application: Application) -> Iterator[str]:
    if application.state not in UNDECIDED:
        return
    if application.has_been_in(Room.PARTIES):
        yield from _statement(application)
    if not _waits(application):
        yield "ask_avoidance"


def _statement(application: Application) -> Iterator[str]:
    own = InterestedParty.objects.filter(
        handling__application=application, handling__state__in=OPEN, is_applicant=True
    ).order_by("-id").first()
    if own is None:
        return
    yield "make_statement"
    if own.waived_at is None and not own.statements.exists():
        yield "waive_statement"


def _waits(application: Application) -> bool:
    """A plain case asks no table: only one that has seen a request can have one pending."""
    if not application.has_been_in(Room.CONFLICT):
        return False
    part = open_part(application)
    return part is None or part.avoidances.filter(state=AvoidanceState.PENDING).exists()
