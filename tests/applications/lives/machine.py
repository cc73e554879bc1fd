"""The machine: random people do what their page offers, strangers try the same, days pass, worker and beat run.

Against real PostgreSQL, through the real forms and deeds. ``wanted`` are deeds that go before others where a page
offers them; a run therefore goes after what no run has seen yet, and still knows no way to it.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from random import Random
from typing import Any, ClassVar
from uuid import UUID

from django.db import transaction
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from applications.actions.settling import settle_one
from applications.lifecycle import EARLY_ENDS
from applications.models import (
    OPEN,
    Application,
    ExamSitting,
    Handling,
    Licence,
    OpinionRequest,
    Sitting,
    ViolationNotice,
)
from applications.rules import owns
from hall.accounts.models import Kind, User
from hall.clock import SHANGHAI, freeze
from hall.errors import Refused
from tests.applications.lives import ways
from tests.applications.lives.laws import Laws
from tests.applications.lives.people import private_people, somebody_from, stranger_to, who_finds_violations
from tests.applications.lives.ways import Way
from tests.applications.lives.worlds import World
from tests.factories import cases

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=SHANGHAI)
LUCK = st.integers(0, 2**32 - 1)
# None: at once; 0: when the next thing falls due.
DAYS = st.sampled_from([None, None, None, None, None, 0, 0, 1, 3, 8, 40])
# How many people look at their page before one of them does what it offers.
LOOKS = 6
# What an ordinary life consists of, and what ends it.
FORWARD = {"submit", "accept", "review", "report_up", "grant", "issue", "deliver", "join_in", "supply_correction"}
FORWARD |= {"answer_suspension", "resume", "record_inspection", "assign_testers", "decide_on_the_spot"}
# What anybody may do at any time: it tells little.
ANY_TIME = {"withdraw_material", "ask_case_file", "start", "keep_part"}
ANY_TIME |= {"reconsider", "hand_in", "take_back", "claim", "unclaim", "restate_claims", "fetch_shared"}
ENDS = {"withdraw", "terminate", "void_case", "merge", "refuse", "refuse_gaps", "refuse_false", "refuse_barred"}
ENDS |= {"find_not_required", "discard", "deny", "transfer", "withdraw_licence", "revoke_licence", "cancel_licence"}

FOR_ANYBODY = {"public_notice.register_listener", "start.start"}


class Lives(RuleBasedStateMachine):
    """A case or two of one applicant; each example begins in one of the same worlds and leaves nothing behind."""

    begun: ClassVar[list[World]] = []
    # Where most lives of this round begin.
    nearest: ClassVar[World]
    wanted: ClassVar[frozenset[str]] = frozenset()
    done: ClassVar[Counter[str]] = Counter()
    # Offered and yet refused, strangers, and pages that were older than the case.
    refused: ClassVar[Counter[str]] = Counter()
    strangers: ClassVar[Counter[str]] = Counter()
    late: ClassVar[Counter[str]] = Counter()
    lived: ClassVar[int] = 0
    visits: ClassVar[Counter[tuple[UUID, ...]]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        Lives.lived += 1
        self.moment = MONDAY
        self.turn = 0
        self.laws = Laws()
        self.here: Counter[str] = Counter()
        self.in_vain: Counter[str] = Counter()
        self.example = transaction.atomic()
        self.example.__enter__()

    def teardown(self) -> None:
        try:
            with freeze(self.moment):
                self.laws.every_date_can_be_deleted_and_counted_again(self.cases)
        finally:
            transaction.set_rollback(True)
            self.example.__exit__(None, None, None)

    @initialize(number=st.integers(0, 99))
    def somebody_applied(self, number: int) -> None:
        """Some begin late in a case's life, and most of them near to what no run has seen."""
        luck = Random(f"{number}:{type(self).__name__}")
        self.cases = list((self.nearest if luck.random() < 0.75 else luck.choice(self.begun)).cases)

    @rule(luck=LUCK, times=st.integers(1, 4), days=DAYS, beat=st.booleans())
    def people_do_something(self, luck: int, times: int, days: int | None, beat: bool) -> None:
        """One rule for people and time: with one for each, many a life would be nothing but days that pass."""
        if days is not None:
            self._time_passes(days, beat)
        self.turn += 1
        # The simplest draws of all are the same number again and again.
        chosen = Random(f"{luck}:{self.turn}:{type(self).__name__}")
        with freeze(self.moment):
            for _ in range(times):
                self._somebody(chosen)

    def _time_passes(self, days: int, beat: bool) -> None:
        """That many days, or until what comes next; the beat may have run, and the worker has."""
        self.moment = self.moment + timedelta(days) if days else self._what_comes_next()
        with freeze(self.moment):
            for uid in self.cases if beat else ():
                with suppress(Application.DoesNotExist):
                    settle_one(uid)
            cases.work()

    def _what_comes_next(self) -> datetime:
        ahead = Application.objects.filter(uid__in=self.cases, settle_at__gt=self.moment)
        moments: list[Any] = [*ahead.values_list("settle_at", flat=True)]
        called = Sitting.objects.filter(hearing__application__uid__in=self.cases, replaced_at=None)
        moments += called.filter(starts_at__gt=self.moment).values_list("starts_at", flat=True)
        exams = ExamSitting.objects.filter(taken__application__uid__in=self.cases, held_at__gt=self.moment)
        moments += exams.values_list("held_at", flat=True)
        soonest: datetime = min(moments, default=self.moment + timedelta(1))
        return soonest

    @invariant()
    def everything_is_lawful_and_adds_up(self) -> None:
        with freeze(self.moment):
            self.laws.hold(self.cases)

    def _somebody(self, luck: Random) -> None:
        """A few deeds of those that were offered; what one of them makes impossible is refused to the next."""
        found = list(self._choice(luck))
        if not found:
            cases.work()
        for _ in range(min(luck.randint(1, 3), len(found))):
            user, application, way, departments = self._pick(found, luck)
            self._try(user, application, way, departments, luck)

    def _try(self, user: User, application: Application, way: Way, departments: set[int], luck: Random) -> None:
        version = _version(application)
        if luck.random() < 0.15:
            self._stranger_tries(way, application, departments, version, luck)
        if luck.random() < 0.03 and version:
            self._do(way, user, application, version - 1, self.late)
        else:
            self._do(way, user, application, version, self.refused)

    def _pick(self, found: list[Any], luck: Random) -> Any:
        chosen = luck.choices(found, [self._weight(one[2].name) for one in found])[0]
        found.remove(chosen)
        return chosen

    def _weight(self, name: str) -> float:
        """What brings a case on, what no run has seen, and seldom the same twice or the end."""
        act = name.rpartition(".")[2]
        usual = 0.15 if act in ENDS | ANY_TIME else 6 if act in FORWARD else 1
        usual /= 1 if act in FORWARD else 1 + 2 * self.here[name]
        return usual * (100 if self._is_wanted(name) else 20 if self._is_open(name) else 1)

    def _is_wanted(self, name: str) -> bool:
        """Nobody knocks for ever at a door that stays shut."""
        return self._is_open(name) and name.rpartition(".")[2] not in ENDS

    def _is_open(self, name: str) -> bool:
        return name in self.wanted and not self.here[name] and self.in_vain[name] < 3

    def _choice(self, luck: Random) -> Iterator[Any]:
        """What the pages of a few people offer; somebody who is offered what is wanted is the last who looks."""
        application = self._case(luck)
        if application is None:
            return
        parts = list(application.handlings.select_related("department", "hall").order_by("id"))
        departments = {one.department_id for one in parts} | _asked(application)
        yield from self._found_elsewhere(application, departments, luck)
        looks = 0
        for user in [*private_people(application), *somebody_from(departments, luck)]:
            offered = list(self._ways_of(user, application, parts, luck))
            looks += bool(offered)
            for way in offered:
                yield user, application, way, departments
            if looks == LOOKS or any(self._is_wanted(way.name) for way in offered):
                return

    def _found_elsewhere(self, application: Application, departments: set[int], luck: Random) -> Iterator[Any]:
        """Sometimes another department finds out what the holder did there, and is a stranger no more."""
        licence = Licence.objects.filter(application=application).first()
        if licence is None or luck.random() > 0.2:
            return
        user, department = who_finds_violations(departments, luck)
        departments.add(department.pk)
        yield user, application, ways.about_a_violation(licence, department, luck), departments

    def _ways_of(self, user: User, application: Application, parts: list[Handling], luck: Random) -> Iterator[Way]:
        if user.kind != Kind.STAFF:
            if owns(user, application):
                yield from ways.as_the_applicant(user, application, luck)
            yield from ways.as_somebody_asked(user, application)
            yield from ways.as_anybody(application)
            return
        open_parts = [one for one in parts if one.state in OPEN]
        for part in open_parts or parts[-1:]:
            yield from ways.at_the_desk(user, cases.fresh(part), luck)
        yield from ways.as_another_department(user, application, luck)
        for licence in Licence.objects.filter(application=application).select_related("issuer"):
            yield from ways.with_the_licence(user, licence, luck)

    def _stranger_tries(
        self, way: Way, application: Application, departments: set[int], version: int, luck: Random
    ) -> None:
        """What somebody's page offers is refused to everybody who has no part in the case."""
        if way.name in FOR_ANYBODY:
            return
        stranger = stranger_to(application, departments, luck)
        with transaction.atomic():
            try:
                way.act(stranger, version)
            except Refused:
                self.strangers[way.name] += 1
            else:
                raise AssertionError(f"{stranger.username} may {way.name}")

    def _do(self, way: Way, user: User, application: Application, version: int, refusals: Counter[str]) -> None:
        note(f"{self.moment:%Y-%m-%d %H:%M} {application.pk} {application.state}: {user.username} {way.name}")
        try:
            with transaction.atomic():
                answer = way.act(user, version)
        except Refused as refusal:
            note(f"    refused: {refusal.message} {refusal.fields}")
            refusals[way.name] += 1
            self.in_vain[way.name] += 1
            return
        self.done[way.name] += 1
        self.here[way.name] += 1
        if isinstance(answer, Application) and answer.uid not in self.cases:
            self.cases.append(answer.uid)

    def _case(self, luck: Random) -> Application | None:
        """Mostly one that goes on; once all have ended, most people have gone home."""
        found = Application.objects.select_related("applicant", "offering", "item_version", "hall")
        every = list(found.filter(uid__in=self.cases).order_by("id"))
        # Most goes on with what is filed, seldom with a draft or with what has ended.
        weights = [0.1 if one.state in EARLY_ENDS else 0.3 if not one.version else 1 for one in every]
        if luck.random() > sum(weights) + 0.2:
            return None
        return luck.choices(every, weights)[0]


def _asked(application: Application) -> set[int]:
    """Departments that have a say beside those that handle the case."""
    opinions = OpinionRequest.objects.filter(application=application).values_list("department_id", flat=True)
    notices = ViolationNotice.objects.filter(licence__application=application)
    return {*opinions, *notices.values_list("department_id", flat=True)}


def _version(application: Application) -> int:
    with suppress(Application.DoesNotExist):
        return Application.objects.values_list("version", flat=True).get(pk=application.pk)
    return 0
