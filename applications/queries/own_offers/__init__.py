"""Which deeds are the applicant's now, beside filling in and correcting: an offer for each room of the procedure."""

from collections.abc import Callable, Iterable, Iterator

from applications.models import Application
from applications.queries.own_offers import agents, consultation, ending, fairness, hearing, inquiry, promises

Offer = Callable[[Application], Iterable[str]]

OFFERS: tuple[Offer, ...] = (
    inquiry.offer,
    ending.offer,
    hearing.offer,
    promises.offer,
    fairness.offer,
    consultation.offer,
    agents.offer,
)


def offered_to_applicant(application: Application) -> Iterator[str]:
    for offer in OFFERS:
        yield from offer(application)
