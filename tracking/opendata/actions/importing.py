"""Entering an older register (the same row whether decided here or imported). Run again it enters nothing twice.

A row that says something else than when it was entered is told and not overwritten; one that another source has
entered already is told as a duplicate.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from itertools import islice
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from hall.audit.trail import record as note
from hall.clock import today
from hall.organisations.models import Hall
from tracking.opendata.importing.reading import Problem, Read, read
from tracking.opendata.importing.sources import SourceRow
from tracking.register.actions import enter, restate
from tracking.register.models import Record, RecordStatus, TakenBack

BATCH = 500


@dataclass(slots=True)
class Report:
    """What became of the rows; in a dry run, what would become of them."""

    entered: int = 0
    unchanged: int = 0
    duplicates: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def import_rows(rows: Iterable[SourceRow], *, source: str, hall: Hall, dry_run: bool) -> Report:
    """A batch in one transaction, so that what was entered before a failure stays and is passed over next time."""
    report = Report()
    seen: dict[UUID, int] = {}
    for batch in _batches(_readable(rows, source, hall, report)):
        with transaction.atomic():
            _take(batch, report, seen, dry_run=dry_run)
    if not dry_run:
        changes = {"source": source, "entered": str(report.entered)}
        note("register.imported", actor=None, hall_code=hall.code, changes=changes)
    return report


def _readable(rows: Iterable[SourceRow], source: str, hall: Hall, report: Report) -> Iterator[Read]:
    for row in rows:
        one = read(row, source=source, hall=_hall_of(row, hall), today=today())
        if isinstance(one, Read):
            yield one
        else:
            report.problems += one


def _hall_of(row: SourceRow, default: Hall) -> Hall:
    """The hall that the row names, if there is one; a register of one place names none."""
    code = row.told.get("hall_code", "")
    return (Hall.objects.filter(code=code).first() or default) if code and code != default.code else default


def _batches(rows: Iterator[Read]) -> Iterator[list[Read]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _take(batch: Sequence[Read], report: Report, seen: dict[UUID, int], *, dry_run: bool) -> None:
    uids = [one.publication.source_uid for one in batch]
    known = {one.source_uid: one for one in Record.objects.filter(source_uid__in=uids)}
    gone = set(TakenBack.objects.filter(source_uid__in=uids).values_list("source_uid", flat=True))
    elsewhere, numbers = _elsewhere(batch), _numbers(batch)
    for one in batch:
        uid, document = one.publication.source_uid, (one.publication.document_number, one.publication.grantee)
        if uid in seen:
            report.duplicates.append(_duplicate(one, _("与第 %(row)d 行重复") % {"row": seen[uid]}))
        elif uid in known:
            _compare(one, known[uid], report)
        elif uid in gone:
            report.duplicates.append(_duplicate(one, _("已经撤下，不再导入")))
        elif document in elsewhere:
            report.duplicates.append(_duplicate(one, _("公示库中已有同一文书号和相对人的记录")))
        elif one.publication.index_number in numbers:
            report.problems.append(Problem(one.row, "index_number", _("索引号已被另一条记录使用")))
        else:
            numbers |= {one.publication.index_number} - {""}
            report.entered += 1
            if not dry_run:
                _enter(one)
        seen.setdefault(uid, one.row)


def _elsewhere(batch: Sequence[Read]) -> set[tuple[str, str]]:
    """What the register has of the same documents, from whatever source."""
    numbers = {one.publication.document_number for one in batch} - {""}
    same = Record.objects.filter(document_number__in=numbers).values_list("document_number", "grantee")
    return set(same) if numbers else set()


def _numbers(batch: Sequence[Read]) -> set[str]:
    """Which index numbers of the batch the register has given already."""
    told = {one.publication.index_number for one in batch} - {""}
    rows = [model.objects.filter(index_number__in=told) for model in (Record, TakenBack)]
    return {number for found in rows for number in found.values_list("index_number", flat=True)}


def _compare(one: Read, known: Record, report: Report) -> None:
    told = [each.name for each in fields(one.publication) if each.name not in ("hall_name",)]
    differ = [name for name in told if getattr(one.publication, name) != getattr(known, name)]
    if differ:
        report.problems += [Problem(one.row, name, _("与已导入的内容不同，没有覆盖")) for name in differ]
    else:
        report.unchanged += 1


def _duplicate(one: Read, text: str) -> Problem:
    return Problem(one.row, "document_number", text)


def _enter(one: Read) -> None:
    entered = enter(one.publication)
    if one.status != RecordStatus.VALID:
        restate(entered.uid, status=RecordStatus(one.status), valid_to=one.publication.valid_to)
