"""Correcting, taking back and the licence moving at the same moment: one order, and nothing wrong stays in public."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID

import pytest
from django.db import connection

from applications.models import Consultation, LicenceEntry
from hall.accounts.models import Duty
from hall.errors import Refused
from tests.disclosure.changing import RIGHT, correction_proposed, in_effect, passed, taken_back_at_once
from tests.disclosure.consulting import objects
from tests.disclosure.making import again, another, head, made_public
from tests.factories.licences import licensed
from tracking.disclosure.actions.approving import publish
from tracking.disclosure.actions.draft import draft
from tracking.disclosure.actions.follow_licence import follow_licence
from tracking.disclosure.actions.published.judging import pass_change
from tracking.disclosure.lifecycle import DisclosureState
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record, RecordStanding, TakenBack

pytestmark = pytest.mark.django_db(transaction=True)


def of_a_licence() -> tuple[Disclosure, UUID]:
    """A published record whose licence was suspended a moment ago, which the register has still to hear."""
    handling, licence = licensed()
    disclosure = draft(handling.decision.uid)
    assert disclosure is not None
    disclosure = made_public(disclosure)
    LicenceEntry.objects.create(licence=licence, kind="suspended", on=date(2026, 11, 27))
    return disclosure, licence.uid


def together(*deeds: Callable[[], object]) -> list[str]:
    """What became of each; refusals are answers."""

    def one(deed: Callable[[], object]) -> str:
        try:
            deed()
        except Refused as refused:
            return refused.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(one, deeds))


def test_a_correction_an_urgent_taking_back_and_the_licence_s_life(city):
    disclosure, licence = of_a_licence()
    disclosure = passed(correction_proposed(disclosure))
    seen, second = disclosure.version, another(Duty.SECRECY)
    said = together(
        lambda: publish(disclosure.uid, head(), seen=seen),
        lambda: taken_back_at_once(disclosure, by=second),
        lambda: follow_licence(licence),
        lambda: follow_licence(licence),
    )
    assert sorted(said[:2]) == ["done", "wrong_state"], "who came second looked at something older"
    assert said[2:] == ["done", "done"]
    now = again(disclosure)
    if said[0] == "done":
        record = Record.objects.get()
        assert (record.content, record.status, now.state) == (RIGHT, "suspended", DisclosureState.PUBLISHED)
        assert RecordStanding.objects.filter(record=record).count() == 2
    else:
        assert (now.state, now.record_uid) == (DisclosureState.TAKEN_BACK, None)
        assert (Record.objects.count(), TakenBack.objects.count(), RecordStanding.objects.count()) == (0, 1, 0)


def test_of_two_urgent_takings_back_one_is_done_and_leaves_one_trace(city):
    disclosure, licence = of_a_licence()
    second = another(Duty.SECRECY)
    said = together(
        lambda: taken_back_at_once(disclosure),
        lambda: taken_back_at_once(disclosure, by=second),
        lambda: follow_licence(licence),
    )
    assert sorted(said) == ["done", "done", "wrong_state"]
    assert (Record.objects.count(), TakenBack.objects.count(), disclosure.changes.count()) == (0, 1, 1)


def test_of_two_reviewers_of_one_correction_one_makes_it(city):
    disclosure, licence = of_a_licence()
    disclosure = correction_proposed(disclosure)
    seen, second = disclosure.version, another(Duty.SECRECY)
    said = together(
        lambda: passed(disclosure),
        lambda: pass_change(disclosure.uid, second, seen=seen),
        lambda: follow_licence(licence),
    )
    assert sorted(said[:2]) == ["done", "wrong_state"]
    in_effect(disclosure)
    assert (Record.objects.get().content, Record.objects.get().status) == (RIGHT, "suspended")


def test_of_approving_a_correction_and_objecting_to_it_one_comes_first(city):
    disclosure, _licence = of_a_licence()
    disclosure = passed(correction_proposed(disclosure, content="准予经营沐浴场所，营业面积 210 平方米。"))
    said = together(
        lambda: publish(disclosure.uid, head(), seen=disclosure.version),
        lambda: objects(disclosure),
    )
    approved, objected = said
    assert (approved, objected) in {("done", "too_late"), ("wrong_state", "done")}
    assert Consultation.objects.filter(closed_at=None).exists() == (objected == "done")
    assert ("210" in Record.objects.get().content) == (approved == "done")
