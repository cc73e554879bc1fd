"""Merging duplicates: the later case ends and points to the earlier one, which alone goes on."""

from typing import Any

import pytest

from applications.actions.accept import accept
from applications.actions.merge import merge
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState
from applications.models import EndingGround, Room
from applications.queries.annexes.ending import duplicates
from applications.queries.duplicates import keepable
from hall.errors import Incomplete, Invalid, NotAllowed, WrongState
from tests.applications.actions.refusing import refused
from tests.applications.actions.test_races import losers, together
from tests.factories.cases import (
    LABOUR_DISPATCH,
    accepted_case,
    clerk,
    correcting_case,
    decided_case,
    fresh,
    received_case,
    seen,
)

pytestmark = pytest.mark.django_db
REASON = "同一场所重复提交。"


def into(later, earlier, user=None, *, reason=REASON, adopt=()):
    who = user or clerk(later, "window")
    return merge(
        later.uid, who, seen=seen(later), kept=earlier.application.uid, reason=reason, adopt=adopt
    )


def test_the_later_case_ends_and_points_to_the_one_that_goes_on(city):
    earlier, later = received_case(), received_case()
    ending = into(later, earlier)
    later, earlier = fresh(later), fresh(earlier)
    assert later.application.state == CaseState.TERMINATED
    assert (ending.ground, ending.kept) == (EndingGround.DUPLICATE, earlier.application)
    assert earlier.application.state == CaseState.RECEIVED
    paper = later.application.papers.get(kind=Kind.TERMINATION).facts
    assert paper.kept_no == earlier.application.case_no


def test_the_window_sees_the_earlier_case_on_the_later_one_only(city):
    earlier, later = received_case(), received_case()
    assert later.application.has_been_in(Room.DUPLICATE)
    shown: Any = duplicates(later)
    assert [one for one, _part in shown.content] == [earlier.application]
    assert duplicates(earlier) is None
    assert not earlier.application.has_been_in(Room.DUPLICATE)


def test_other_applicants_items_and_decided_cases_are_no_duplicates(city):
    decided_case(by="qingquan")
    received_case(by="zhangxiaoman")
    received_case(LABOUR_DISPATCH, by="qingquan")
    later = received_case(by="qingquan")
    assert not later.application.has_been_in(Room.DUPLICATE)
    assert keepable(later) == []


def test_materials_go_over_while_the_kept_case_is_not_accepted(city):
    earlier, later = received_case(), received_case()
    material = later.application.materials.first()
    before = earlier.application.materials.get(key=material.key)
    ending = into(later, earlier, adopt=[material.key])
    current = earlier.application.materials.get(key=material.key, replaced_at=None)
    assert current.file == material.file
    assert earlier.application.materials.filter(pk=before.pk).exclude(replaced_at=None).exists()
    assert ending.adopted == [material.name]
    assert later.application.materials.filter(pk=material.pk, replaced_at=None).exists()


def test_in_a_correction_only_what_was_asked_goes_over(city):
    earlier = correcting_case()
    later = received_case()
    asked = earlier.application.spec.materials[0].key
    other = earlier.application.spec.materials[1].key
    with refused(later, Invalid) as told:
        into(later, earlier, adopt=[other])
    assert list(told.value.fields) == ["adopt"]
    into(later, earlier, adopt=[asked])
    assert earlier.application.materials.filter(key=asked, round=1, replaced_at=None).count() == 1


def test_after_acceptance_nothing_more_is_taken(city):
    earlier, later = accepted_case(), received_case()
    key = later.application.materials.first().key
    with refused(later, WrongState):
        into(later, earlier, adopt=[key])
    into(later, earlier)
    assert fresh(earlier).application.state == CaseState.ACCEPTED


def test_an_accepted_duplicate_is_merged_by_a_signer(city):
    earlier, later = accepted_case(), accepted_case()
    with refused(later, NotAllowed):
        into(later, earlier)
    into(later, earlier, clerk(later, "signer"))
    assert fresh(later).application.state == CaseState.TERMINATED


def test_the_earlier_one_is_kept_never_ended(city):
    earlier, later = received_case(), received_case()
    with refused(earlier, Invalid):
        into(earlier, later)
    with refused(later, Invalid):
        into(later, later)


def test_a_reason_is_given(city):
    earlier, later = received_case(), received_case()
    with refused(later, Incomplete):
        into(later, earlier, reason=" ")


def test_nobody_outside_may(city, wz_wj_window, stranger):
    earlier, later = received_case(), received_case()
    for person in (clerk(later, "examiner"), wz_wj_window, stranger):
        with refused(later, NotAllowed):
            into(later, earlier, person)


def test_both_cases_tell_of_it(city):
    earlier, later = received_case(), received_case()
    versions = seen(earlier), seen(later)
    into(later, earlier)
    assert (seen(earlier), seen(later)) == (versions[0] + 1, versions[1] + 1)


@pytest.mark.django_db(transaction=True)
def test_merged_or_accepted_never_both(city):
    earlier, later = received_case(), received_case()
    window, version = clerk(later, "window"), seen(later)
    deeds = [
        lambda: merge(later.uid, window, seen=version, kept=earlier.application.uid, reason=REASON),
        lambda: accept(later.uid, window, seen=version),
    ]
    losers(together(deeds))
    assert fresh(later).application.state in {CaseState.TERMINATED, CaseState.ACCEPTED}
    assert fresh(earlier).application.state == CaseState.RECEIVED
