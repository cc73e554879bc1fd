"""What a case is worth afterwards: everything there once, no gap, ledgers that sum, letters carried."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from applications.models import OPEN, Application, Handling, Licence, Paper
from applications.models.paper import PaperState
from applications.queries.dues import clocks_of
from hall.audit import sealer
from hall.audit.models import Entry
from hall.events.models import Delivery, Event, Letter
from hall.files.content import facts_of
from hall.files.storing import storage_of
from hall.notifications.models import Message
from hall.organisations.models import Hall
from tests.faults.lives import Life

Shape = Mapping[str, Any]
# What a law or a clock adds by itself, on whatever day the run falls.
_BY_ITSELF = {"RuleBroken"}


def facts_of_case(application: Application) -> list[str]:
    """What was announced, in order, without the app's name."""
    kinds = Event.objects.filter(subject_uid=application.uid).order_by("version").values_list("kind", flat=True)
    return [kind.rpartition(".")[2] for kind in kinds]


def deeds_done(application: Application, life: Life) -> int:
    """How many of this life's deeds the case has seen."""
    wanted = {"Received", *(step.fact.__name__ for step in life.steps)}
    return sum(fact in wanted for fact in facts_of_case(application))


def owed() -> int:
    return sum(one.objects.filter(done_at=None).count() for one in (Delivery, Letter))


def check_case(application: Application, life: Life) -> None:
    """Every deed of its life once, in order; a fact for each version and an entry of the trail for each fact."""
    facts, name = facts_of_case(application), f"{life.name} {application.case_no}"
    told = ["Received", *(step.fact.__name__ for step in life.steps)]
    happened = [fact for fact in facts if fact in set(told)]
    assert happened == told, f"{name}: {happened} instead of {told}"
    versions = Event.objects.filter(subject_uid=application.uid).order_by("version").values_list("version", flat=True)
    assert list(versions) == list(range(1, application.version + 1)), f"{name}: a version is missing or doubled"
    trail = Entry.objects.filter(subject_uid=application.uid, action__in=set(facts))
    entries = Counter(trail.values_list("action", flat=True))
    assert entries == Counter(facts), f"{name}: the trail tells {entries} of {facts}"
    _check_ledgers(application, name)


def _check_ledgers(application: Application, name: str) -> None:
    related = ("hall", "department", "application__hall", "application__offering", "application__item_version")
    parts = Handling.objects.select_related(*related).filter(application=application).order_by("id")
    part = parts.filter(state__in=OPEN).last() or parts.last()
    assert part is not None
    for clock in clocks_of(part.application, part):
        given, used = (sum(getattr(line, side) for line in clock.ledger) for side in ("given", "used"))
        assert given == used, f"{name}: a ledger gives {given} and uses {used}"
        assert (clock.ledger[-1].first, clock.ledger[-1].left) == (clock.due.due, 0), f"{name}: a ledger is not at 0"


def shape_of(application: Application) -> Shape:
    """Everything countable that a case leaves behind: the same for every case of one kind of life."""
    parts = application.handlings.order_by("id")
    return {
        "state": application.state,
        "facts": Counter(fact for fact in facts_of_case(application) if fact not in _BY_ITSELF),
        "parts": list(parts.values_list("state", flat=True)),
        "steps": Counter(kind for part in parts for kind in part.steps.values_list("kind", flat=True)),
        "papers": Counter(application.papers.values_list("kind", flat=True)),
        # What was voided before the printer came to it is never printed.
        "waiting": application.papers.filter(file=None).exclude(state=PaperState.VOIDED).count(),
        "decisions": int(hasattr(application, "decision")),
        "licences": Licence.objects.filter(application=application).count(),
        "materials": application.materials.filter(replaced_at=None).count(),
        "corrections": application.corrections.count(),
        "records": sum(part.inspections.count() for part in parts),
        "stops": sum(part.suspensions.count() for part in parts),
        "longer": sum(part.extensions.count() for part in parts),
        "errands": Counter(application.errands.filter(done_at=None).values_list("matter", flat=True)),
        "messages": Counter(Message.objects.filter(subject_uid=application.uid).values_list("kind", flat=True)),
    }


def check_alike(shapes: Mapping[str, list[tuple[str, Shape]]]) -> None:
    """All cases of one kind have left the same behind as the first, which nobody disturbed."""
    for life, found in shapes.items():
        _number, usual = found[0]
        for number, shape in found[1:]:
            other = {name: (usual[name], value) for name, value in shape.items() if value != usual[name]}
            assert not other, f"{life} {number} is not like the first: {other}"


def check_numbers() -> int:
    """Of every paper, case and licence ever: none twice, none left out. Returns how many there are."""
    papers = Paper.objects.order_by("id").values_list("issuer_id", "kind", "number")
    runs: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for issuer, kind, number in papers:
        runs[(issuer, kind, number[:-7])].append(int(number[-7:-1]))
    for case_no in Application.objects.exclude(case_no=None).values_list("case_no", flat=True):
        assert case_no
        runs[("case", case_no[:-4])].append(int(case_no[-4:]))
    for run, serials in runs.items():
        assert sorted(serials) == list(range(1, len(serials) + 1)), f"{run}: a number is missing or used twice"
    licences = list(Licence.objects.values_list("number", flat=True))
    assert len(set(licences)) == len(licences), "a licence number was given twice"
    return sum(map(len, runs.values()))


def check_files(applications: Iterable[Application]) -> int:
    """What was printed and what was handed in can be read, and is what was kept."""
    count = 0
    for application in applications:
        files = [one.file for one in application.papers.select_related("file") if one.file]
        files += [one.file for one in application.materials.select_related("file")]
        for file in files:
            with storage_of(file).open(file.key) as content:
                assert facts_of(content.chunks()).sha256 == file.sha256, f"{file.key} is damaged"
            count += 1
    return count


def check_trail() -> int:
    """The chain of every hall holds."""
    for hall in Hall.objects.all():
        assert not sealer.broken(hall.code), f"the trail of {hall.code} is broken"
    return Entry.objects.count()
