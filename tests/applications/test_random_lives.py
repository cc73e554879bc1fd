"""Random lives of cases through every form: people do what their pages offer, and it is lawful and adds up.

Against real PostgreSQL, through the real forms and deeds: no illegal state, ledgers that sum to the due date, at most
one decision, a complete trail, no number twice, dates that can be deleted and counted again, strangers refused. Every
deed that there is has to succeed somewhere: each round of lives goes after what the rounds before have not seen.

A long run, apart from ``make test``: ``HALL_LIVES=500`` before pytest lives that many lives from random seeds, and
``HALL_LIVES_SEED=3`` begins with the seed 3 and goes on from there, the same each time. The quick run that is always
made is ``test_any_life``.
"""

import os
import time

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from hall.clock import freeze
from hall.organisations import remembered
from tests.applications.lives.every_deed import every_deed, offered_on_pages
from tests.applications.lives.machine import MONDAY, Lives
from tests.applications.lives.worlds import World, begin_worlds

LONG = int(os.environ.get("HALL_LIVES", "0"))
SEED = os.environ.get("HALL_LIVES_SEED", "")
EXAMPLES, STEPS = 4, 12
ROUNDS = LONG // EXAMPLES


def test_every_deed_of_a_page_is_on_the_list_of_deeds():
    assert offered_on_pages() <= every_deed()


@pytest.fixture
def quick_world(settings, monkeypatch):
    """As in a web process: no hall changes in a life.

    How often somebody asks for an agent is counted in a transaction of its own, which a life has not.
    """
    settings.HALL_REMEMBER_SECONDS = 3600
    monkeypatch.setattr("applications.actions.appoint_agent.spend", lambda *_told, **_limits: None)
    yield
    remembered._kept.clear()


if LONG:
    # Left out is not skipped: nothing of the quick run may be. It lasts as long as it was asked to.
    @pytest.mark.timeout(0)
    @pytest.mark.django_db
    def test_whatever_people_do_it_is_lawful_and_adds_up_and_every_deed_is_done(city, quick_world):
        with freeze(MONDAY):
            Lives.begun = begin_worlds()
        for told in (Lives.done, Lives.refused, Lives.strangers, Lives.late, Lives.visits):
            told.clear()
        for number in range(ROUNDS):
            live(number, unseen())
            print(f"{so_far()}, not seen yet: {', '.join(sorted(unseen())) or 'nothing'}", flush=True)
        assert not unseen(), f"no random life has seen {sorted(unseen())}"
        assert Lives.strangers.total() > len(every_deed()) // 2
        assert Lives.refused
        assert Lives.late


def unseen() -> set[str]:
    return every_deed() - set(Lives.done)


def so_far() -> str:
    """How far the run is; shown with ``-s``."""
    refusals = Lives.refused.total() + Lives.late.total() + Lives.strangers.total()
    return f"{Lives.lived} lives, {Lives.done.total()} deeds, {refusals} refusals, {time.process_time():.0f} s of CPU"


def nearest_to(wanted: set[str]) -> World:
    """The world that is a step away from most of what nobody has seen; where nobody was yet goes first."""
    found = max(Lives.begun, key=lambda world: len(world.near & wanted) / (1 + 2 * Lives.visits[world.cases]))
    Lives.visits[found.cases] += 1
    return found


def live(number: int, wanted: set[str]) -> None:
    """Other lives in each round; a new class, so that what it goes after is the same if it has to be told again."""
    nearest = nearest_to(wanted)
    lives = type(f"Lives{number}", (Lives,), {"wanted": frozenset(wanted), "nearest": nearest})
    run_state_machine_as_test(
        seed(int(SEED) + number)(lives) if SEED else lives,
        settings=settings(
            max_examples=EXAMPLES,
            derandomize=False,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            # What was drawn is luck: a shorter life would be another one. The notes tell what happened.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
