"""Counting what a hall disclosed and answered in a period, department by department, by the rules that light its lamps.

What is over counts on the day it ended: in time up to its due date, which leaves out the time that is not counted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, F, QuerySet
from django.db.models.functions import TruncDate

from applications.deadlines import unpublished_too_long
from applications.documents.kinds import DECISIONS, Attribute, Ground
from applications.models import Paper
from applications.models.paper import PaperState
from hall.clock import SHANGHAI
from hall.organisations.models import Department, Hall
from tracking.disclosure.lifecycle import OPEN as OPEN_DISCLOSURES
from tracking.disclosure.lifecycle import PUBLISHED_ONCE, DisclosureState
from tracking.disclosure.models import Disclosure
from tracking.requests.kinds import AnswerKind
from tracking.requests.lifecycle import OPEN as OPEN_REQUESTS
from tracking.requests.lifecycle import RequestState
from tracking.requests.models import InfoRequest


@dataclass(frozen=True, slots=True)
class Span:
    """Both days included."""

    first: date
    last: date

    def of(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that ended within it, each with the legal day on which it did."""
        begins, ends = (datetime.combine(day, time(), SHANGHAI) for day in (self.first, self.last + timedelta(days=1)))
        ended = TruncDate("ended_at", tzinfo=SHANGHAI)
        within: QuerySet[Any] = rows.filter(ended_at__gte=begins, ended_at__lt=ends).annotate(ended_on=ended)
        return within


@dataclass(slots=True)
class Figures:
    """Of one department, or of all. ``overdue`` are those that wait and are late today.

    ``withheld`` came out of the review of a disclosure, ``at_source`` are decisions that their signer withheld, of
    which no disclosure was ever drafted: nothing counts in both.
    """

    name: str
    published_in_time: int = 0
    published_late: int = 0
    withheld: Counter[str] = field(default_factory=Counter)
    at_source: Counter[str] = field(default_factory=Counter)
    answered_in_time: int = 0
    answered_late: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    # Very many requests without a reasonable reason (条例 Art. 35): told in writing, and none of the seven answers.
    unhandled: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    overdue: int = 0

    def __iadd__(self, other: "Figures") -> "Figures":
        numbers = ("published_in_time", "published_late", "answered_in_time", "answered_late", "unhandled", "overdue")
        for name in numbers:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("withheld", "at_source", "answers", "refused"):
            getattr(self, name).update(getattr(other, name))
        return self

    @property
    def is_empty(self) -> bool:
        return not any(number for _label, number in self.cells())

    def cells(self) -> list[tuple[str, int]]:
        """Every figure under the name that a file gives it, in one order."""
        return [
            ("published_in_time", self.published_in_time),
            ("published_late", self.published_late),
            *((f"withheld_{one.value.lower()}", self.withheld[one.value]) for one in Ground),
            *((f"withheld_at_source_{one.value.lower()}", self.at_source[one.value]) for one in Ground),
            ("answered_in_time", self.answered_in_time),
            ("answered_late", self.answered_late),
            *((f"answer_{one.value}", self.answers[one.value]) for one in AnswerKind),
            ("unhandled", self.unhandled),
            *((f"refused_{one.value.lower()}", self.refused[one.value]) for one in Ground),
        ]


def figures(hall: Hall, span: Span, today: date) -> list[Figures]:
    """One for each department, the whole hall last."""
    of = {one.pk: Figures(one.name) for one in Department.objects.filter(hall=hall).order_by("name")}
    for department, counted in _counted(hall, span, today):
        of[department] += counted
    whole = Figures("")
    for one in of.values():
        whole += one
    return [*of.values(), whole]


def _counted(hall: Hall, span: Span, today: date) -> Iterator[tuple[int, Figures]]:
    disclosures = Disclosure.objects.filter(hall=hall)
    for told in _by(span.of(disclosures.filter(state__in=PUBLISHED_ONCE)), "is_late"):
        yield told["department"], _late("published", told)
    for told in _by(span.of(disclosures.filter(state=DisclosureState.WITHHELD)), "ground"):
        yield told["department"], Figures("", withheld=Counter({told["ground"]: told["number"]}))
    yield from _at_source(hall, span)
    requests = InfoRequest.objects.filter(hall=hall)
    answered = span.of(requests.filter(state=RequestState.ANSWERED))
    for told in _by(answered, "is_late"):
        yield told["department"], _late("answered", told)
    for told in _by(answered, "answer_kind"):
        yield told["department"], Figures("", answers=Counter({told["answer_kind"]: told["number"]}))
    for told in _by(answered.exclude(ground=""), "ground"):
        yield told["department"], Figures("", refused=Counter({told["ground"]: told["number"]}))
    left = span.of(requests.filter(state=RequestState.UNHANDLED)).values("department").annotate(number=Count("pk"))
    yield from ((told["department"], Figures("", unhandled=told["number"])) for told in left.order_by())
    # One whose applicant is asked is past its stored day and not late: each of the few is looked at.
    for one in disclosures.filter(state__in=OPEN_DISCLOSURES, due__lt=today).only("department", "due", "waits"):
        if unpublished_too_long(one.due, one.waits, today):
            yield one.department_id, Figures("", overdue=1)
    waiting = requests.filter(state__in=OPEN_REQUESTS, due__lt=today).exclude(state=RequestState.SUPPLEMENTING)
    late = waiting.values("department").annotate(number=Count("pk")).order_by()
    yield from ((told["department"], Figures("", overdue=told["number"])) for told in late)


def _at_source(hall: Hall, span: Span) -> Iterator[tuple[int, Figures]]:
    """Decisions told on papers whose attribute is not to disclose, by the day that they are dated."""
    papers = Paper.objects.filter(kind__in=DECISIONS, disclosure_attr=Attribute.NONE, issuer__hall=hall)
    standing = papers.exclude(state=PaperState.VOIDED).filter(issued_on__range=(span.first, span.last))
    for told in standing.values("issuer", "non_disclosure_ground").annotate(number=Count("pk")).order_by():
        yield told["issuer"], Figures("", at_source=Counter({told["non_disclosure_ground"]: told["number"]}))


def _by(rows: QuerySet[Any], name: str) -> Iterator[Mapping[str, Any]]:
    """How many there are of each department and value of ``name``."""
    if name == "is_late":
        late = rows.filter(ended_on__gt=F("due")).values("department").annotate(number=Count("pk")).order_by()
        whole = rows.values("department").annotate(number=Count("pk")).order_by()
        yield from ({**told, "is_late": True} for told in late)
        gone = {told["department"]: told["number"] for told in late}
        yield from (
            {
                "department": told["department"],
                "number": told["number"] - gone.get(told["department"], 0),
                "is_late": False,
            }
            for told in whole
        )
        return
    yield from rows.values("department", name).annotate(number=Count("pk")).order_by()


def _late(what: str, told: Mapping[str, Any]) -> Figures:
    counted = Figures("")
    setattr(counted, f"{what}_{'late' if told['is_late'] else 'in_time'}", told["number"])
    return counted
