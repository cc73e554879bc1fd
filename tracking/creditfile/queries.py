"""Reading what was sent, and what keeps the rest: bounded lists."""

from dataclasses import dataclass
from uuid import UUID

from hall.organisations.models import Hall
from tracking.creditfile.columns import LABELS
from tracking.creditfile.models import CreditFile, CreditRow, Standing

PAGE = 50


@dataclass(frozen=True, slots=True)
class Faulty:
    document_number: str
    faults: list[tuple[str, str, str]]


def files(hall: Hall) -> list[CreditFile]:
    """The newest; what is sealed in them is not read."""
    return list(CreditFile.objects.filter(hall=hall).defer("sealed").order_by("-id")[:PAGE])


def faulty(hall: Hall, after: UUID | None) -> tuple[list[Faulty], UUID | None]:
    """Every fault of every row that cannot be sent, a page of them; the place to go on from, if there are more."""
    found = CreditRow.objects.filter(hall=hall, standing=Standing.FAULTY)
    last = found.filter(disclosure_uid=after).first() if after else None
    rows = list((found.filter(id__lt=last.pk) if last else found).order_by("-id")[: PAGE + 1])
    told = [
        Faulty(row.document_number, [(one["column"], LABELS[one["column"]], one["text"]) for one in row.faults])
        for row in rows[:PAGE]
    ]
    return told, rows[PAGE - 1].disclosure_uid if len(rows) > PAGE else None
