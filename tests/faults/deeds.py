"""A thousand deeds through the pages of an open hall, while web, worker and database are killed at random points.

One case of each kind is played before anybody is killed: what it leaves behind is what every other must leave behind.
"""

import os
import secrets
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from applications.models import Application, Decision
from hall.accounts.demo.password import demo_hash
from hall.accounts.models import Kind, RealNameLevel, User
from hall.catalogue.models import Offering
from hall.numbering.demo import demo_uscc
from tests.factories.cases import LABOUR_DISPATCH, PUBLIC_PLACE, SAND_MINING, _source
from tests.faults import counting
from tests.faults.chaos import Chaos
from tests.faults.hall import OpenHall
from tests.faults.killing import leave_database, start_database
from tests.faults.lives import LIVES, Life, mix
from tests.faults.stories import APPLICANTS, Entry, Notes, Players, Stage, applicant_of

DEEDS = 1000
PATIENCE = 900.0
# Paper is not what is tried here: the worker prints blank sheets, as fast as the deeds come.
BLANK = {"HALL_PRINTER": "tests.factories.printing.print_blank"}
# Those of the run, above the demo's own organisations.
_SERIALS = 7000


def killed_during_a_thousand_deeds() -> str:
    """Open, play, kill, go on, close; then count everything."""
    notes = Notes(Path(settings.VAR_DIR) / "deeds.json", os.environ.get("HALL_FAULTS_SEED") or secrets.token_hex(4))
    lives = dict(enumerate(mix(notes.seed, DEEDS)))
    print(f"    seed {notes.seed}: {len(lives)} cases (HALL_FAULTS_SEED={notes.seed} plays them again)", flush=True)
    leave_database()
    hall = OpenHall(Path(settings.VAR_DIR) / "log" / "serve.log", BLANK)
    hall.open()
    start_database()
    stage = Stage(hall.address, _guide(), notes, _done(notes, lives))
    _applicants()
    leave_database()
    try:
        _play(hall, stage, lives)
        _work_off()
    finally:
        leave_database()
        hall.close()
    told = _count(notes, lives, stage.told)
    notes.path.unlink()
    return told


def _play(hall: OpenHall, stage: Stage, lives: Mapping[int, Life]) -> None:
    first = {number: life for number, life in lives.items() if number < len(LIVES)}
    rehearsal = Players(stage, first)
    rehearsal.start()
    _wait(rehearsal)
    print(f"    {len(first)} kinds of cases rehearsed", flush=True)
    players = Players(stage, {number: life for number, life in lives.items() if number not in first})
    players.start()
    deeds = range(sum(life.deeds for life in first.values()), sum(life.deeds for life in lives.values()))
    chaos = Chaos(hall, stage.notes.seed, deeds, stage.notes.killed)
    chaos.go_on_while(players.are_busy, lambda: stage.deeds)
    players.check()
    # Whatever was still in the air is lost as well; the last start has to bring everything back.
    hall.kill_everything()
    stage.notes.killed("everything")
    hall.open()


def _wait(players: Players) -> None:
    while players.are_busy():
        time.sleep(0.2)
    players.check()


def _guide() -> dict[str, Entry]:
    found = {}
    for item in (PUBLIC_PLACE, LABOUR_DISPATCH, SAND_MINING):
        code = _source(item).content["code"]
        offering = Offering.objects.select_related("version").get(catalog_code=code, hall__code="500103")
        found[item] = Entry(offering.task_code, offering.version.spec)
    return found


def _applicants() -> None:
    """Organisations of the run's own; those that are there already stay."""
    made = [
        User(
            kind=Kind.ORGANISATION,
            username=applicant_of(number),
            name=f"重庆演示第{number}号有限公司",
            uscc=demo_uscc("91", "500103", _SERIALS + number),
            legal_representative="秦演示",
            handler_name="何演示",
            phone="19900000009",
            address="重庆市渝中区演示路3号",
            real_name_level=RealNameLevel.SECOND,
            real_name_by="demo",
            password=demo_hash(),
            password_never_ages=True,
        )
        for number in range(APPLICANTS)
    ]
    for user in made:
        user.index_numbers()
    User.objects.bulk_create(made, ignore_conflicts=True)


def _done(notes: Notes, lives: Mapping[int, Life]) -> dict[int, int]:
    """How far an interrupted run had come in each case."""
    cases = Application.objects.in_bulk(list(notes.drafts.values()), field_name="uid")
    by_uid = {str(uid): case for uid, case in cases.items()}
    return {number: counting.deeds_done(by_uid[uid], lives[number]) for number, uid in notes.drafts.items()}


def _work_off() -> None:
    """The hall's own worker carries what is left; nobody helps it."""
    start_database()
    give_up = time.monotonic() + PATIENCE
    while left := counting.owed():
        assert time.monotonic() < give_up, f"{left} letters and reactions are still owed"
        time.sleep(1)


def _count(notes: Notes, lives: Mapping[int, Life], told: Counter[str]) -> str:
    start_database()
    shapes: dict[str, list[tuple[str, counting.Shape]]] = defaultdict(list)
    cases = []
    for number, life in lives.items():
        application = Application.objects.get(uid=notes.drafts[number])
        counting.check_case(application, life)
        shapes[life.name].append((str(application.case_no), counting.shape_of(application)))
        cases.append(application)
    counting.check_alike(shapes)
    assert counting.owed() == 0, "letters are owed again"
    decided = Decision.objects.filter(application__in=cases).count()
    deeds = sum(life.deeds for life in lives.values())
    numbers, files, entries = counting.check_numbers(), counting.check_files(cases), counting.check_trail()
    kills = ", ".join(f"{what} {times}" for what, times in sorted(notes.kills.items()))
    again = told["what happened meanwhile"]
    return (
        f"seed {notes.seed}: {deeds} deeds in {len(cases)} cases, killed {sum(notes.kills.values())} times ({kills}); "
        f"each deed once ({again} found done when sent again), {decided} decisions, {numbers} numbers without gap, "
        f"{files} files whole, {entries} entries of the trail, every letter carried"
    )
