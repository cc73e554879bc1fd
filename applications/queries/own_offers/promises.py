"""The applicant's deeds beside filing: making up what was tolerated, and asking for a person instead of the rules."""

from collections.abc import Iterator

from applications.models import Application, AutomaticCheck, Room
from applications.models.automatic_check import Settled
from applications.queries.automatic import may_be_settled
from applications.queries.promises import may_come


def offer(application: Application) -> Iterator[str]:
    if may_come(application):
        yield "make_up"
    if may_be_settled(application) or _may_ask_review(application):
        yield "ask_person"


def _may_ask_review(application: Application) -> bool:
    if not application.has_been_in(Room.AUTOMATIC):
        return False
    granted = AutomaticCheck.objects.filter(application=application, settled=Settled.GRANTED)
    return granted.filter(review_asked_at=None).exists()
