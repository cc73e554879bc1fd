"""Several lives at once, each played by its people from the filing to the end, wherever it was interrupted."""

import json
import queue
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread

from hall.catalogue.spec import ItemSpec
from tests.faults.filing import begin, case_number, file, send_page
from tests.faults.lives import UP, Life, Step
from tests.faults.people import Person, until

AT_ONCE = 4
# Far more than lives at once, so that nobody has two drafts of one item.
APPLICANTS = 24
# One deed in twenty is sent twice although it was answered: somebody was impatient.
IMPATIENT = 0.05


@dataclass(frozen=True)
class Entry:
    """What may be applied for: its address in the guide and its form."""

    task_code: str
    spec: ItemSpec


@dataclass
class Notes:
    """What must outlast an interrupted run: the seed and, by number of the life, its case."""

    path: Path
    seed: str
    drafts: dict[int, str] = field(default_factory=dict)
    kills: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._lock = Lock()
        if self.path.exists():
            kept = json.loads(self.path.read_text())
            self.seed, self.kills = kept["seed"], Counter(kept["kills"])
            self.drafts = {int(number): uid for number, uid in kept["drafts"].items()}

    def note(self, number: int, uid: str) -> None:
        with self._lock:
            self.drafts[number] = uid
            self._write()

    def killed(self, what: str) -> None:
        with self._lock:
            self.kills[what] += 1
            self._write()

    def _write(self) -> None:
        told = {"seed": self.seed, "drafts": self.drafts, "kills": self.kills}
        draft = self.path.with_suffix(".new")
        draft.write_text(json.dumps(told))
        draft.replace(self.path)


class Stage:
    """The people, the guide and what has happened so far; a life goes on with the deed that is next in it."""

    def __init__(self, address: str, guide: Mapping[str, Entry], notes: Notes, done: Mapping[int, int]) -> None:
        self.address, self.guide, self.notes = address, guide, notes
        # How many deeds of each life the database knew when we began.
        self.done = dict(done)
        self.told: Counter[str] = Counter()
        self._people: dict[str, Person] = {}
        # Where a case lies at the desks of a district or of the city: whoever has opened it finds it again.
        self._desks: dict[tuple[str, str], str] = {}
        self._lock = Lock()

    def person(self, username: str) -> Person:
        """Signed in once; several windows of one person share it."""
        with self._lock:
            known = self._people.get(username)
            if known is None:
                known = self._people[username] = Person(self.address, username)
                known.sign_in()
            return known

    def play(self, number: int, life: Life) -> None:
        done = self.done.get(number, 0)
        if done >= life.deeds:
            return
        applicant = self.person(applicant_of(number))
        entry = self.guide[life.item]
        uid = self.notes.drafts.get(number) or begin(applicant, entry.task_code)
        self.notes.note(number, uid)
        if not done:
            file(applicant, uid, entry.spec, life.answers)
            self._count("answer")
        case_no = case_number(applicant, uid)
        chance = random.Random(f"{self.notes.seed} {number}")
        for place, step in enumerate(life.steps, start=1):
            impatient = chance.random() < IMPATIENT
            if place >= done:
                self._do(step, life, applicant, uid, case_no, impatient=impatient)

    def _do(self, step: Step, life: Life, applicant: Person, uid: str, case_no: str, *, impatient: bool) -> None:
        if step.who == "applicant":
            person, page = applicant, f"/apply/{uid}/"
            if step.deed == "correction":
                # Sent twice it is one answer, so it carries no version.
                send_page(person, f"{page}correction/", step.told, "do", button="send")
                self._count("answer")
                return
        else:
            person = self.person(username_of(step.who, life.letters))
            page = self._at_desk(person, case_no, city=step.who.startswith(UP))
        label = str(step.fact.label)
        how = person.does(page, step.deed, step.told, label=label, impatient=impatient)
        self._count(how.told_by)

    def _at_desk(self, person: Person, case_no: str, *, city: bool) -> str:
        """The address of the case at this person's desk: it may still be on its way."""
        desk = "/desk/" if city else "/500103/desk/"
        if known := self._desks.get((desk, case_no)):
            return known

        def found() -> str:
            rows = person.opens(f"{desk}?scope=all&text={case_no}").rows()
            return next((one for one in rows if one.startswith(desk)), "")

        at: str = until(found, f"{person.username} looks for {case_no}")
        self._desks[(desk, case_no)] = at
        return at

    @property
    def deeds(self) -> int:
        """How many have been done so far, in this run and before it was interrupted."""
        return sum(self.done.values()) + sum(self.told.values())

    def _count(self, how: str) -> None:
        with self._lock:
            self.told[how] += 1


def applicant_of(number: int) -> str:
    return f"fault{number % APPLICANTS}"


def username_of(who: str, letters: str) -> str:
    hall = "cq" if who.startswith(UP) else "yz"
    role = who.removeprefix(UP)
    return f"{hall}-{role}" if role == "supervisor" else f"{hall}-{letters}-{role}"


class Players:
    """A few threads that share the lives; the first that cannot go on stops the run."""

    def __init__(self, stage: Stage, lives: Mapping[int, Life]) -> None:
        self.stage = stage
        self.waiting: queue.SimpleQueue[tuple[int, Life]] = queue.SimpleQueue()
        for one in lives.items():
            self.waiting.put(one)
        self.problems: list[BaseException] = []
        self.threads = [Thread(target=self._play, daemon=True) for _ in range(AT_ONCE)]

    def start(self) -> None:
        for thread in self.threads:
            thread.start()

    def are_busy(self) -> bool:
        return any(thread.is_alive() for thread in self.threads) and not self.problems

    def check(self) -> None:
        if self.problems:
            raise self.problems[0]

    def _play(self) -> None:
        while not self.problems:
            try:
                number, life = self.waiting.get_nowait()
                self.stage.play(number, life)
            except queue.Empty:
                return
            except BaseException as problem:
                self.problems.append(problem)
