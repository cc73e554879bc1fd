"""Refusals at intake (行政许可法 Art. 32 (1), (2), 78): each with its paper, its reason and its ground."""

from datetime import datetime

import pytest

from applications.actions.refuse import find_not_required, refuse, refuse_false, refuse_gaps
from applications.documents.builders import Ground
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState, HandlingState
from applications.models import ApplicantBar, BarKind
from hall.clock import freeze
from hall.errors import Incomplete, NotAllowed, WrongState
from tests.applications.actions.refusing import refused
from tests.applications.actions.test_correct import FIELD, MATERIAL, again, answered_once, ask, supply
from tests.factories.cases import LABOUR_DISPATCH, accepted_case, clerk, correcting_case, fresh, received_case, seen
from tests.factories.snapshots import kept

pytestmark = pytest.mark.django_db
REASON = "该场所不属于公共场所卫生许可的范围。"
AGENCY = "重庆市渝中区市场监督管理局"


def not_required(handling, user, **written):
    return find_not_required(handling.uid, user, seen=seen(handling), **{"reason": REASON, **written})


def not_competent(handling, user, **written):
    told = {"reason": REASON, "competent_agency": AGENCY, **written}
    return refuse(handling.uid, user, seen=seen(handling), **told)


ENDS = [
    (not_required, CaseState.NOT_REQUIRED, Kind.NOT_REQUIRED),
    (not_competent, CaseState.REFUSED, Kind.NOT_COMPETENT),
]


@pytest.mark.parametrize(("end", "state", "paper"), ENDS)
def test_the_case_ends_with_its_own_paper(city, end, state, paper):
    handling = received_case()
    end(handling, clerk(handling, "window"))
    handling = fresh(handling)
    assert handling.application.state == state
    assert handling.application.closed_at is not None
    assert handling.state == HandlingState.ENDED
    assert handling.desk_due is None
    assert not handling.steps.filter(ended_at=None).exists()
    drafted = handling.application.papers.filter(kind__in=[Kind.NOT_REQUIRED, Kind.NOT_COMPETENT])
    assert [one.kind for one in drafted] == [paper]
    assert drafted.get().facts.reason == REASON


def test_the_competent_agency_stands_on_the_paper(city):
    handling = received_case()
    not_competent(handling, clerk(handling, "window"))
    assert fresh(handling).application.papers.get(kind=Kind.NOT_COMPETENT).facts.competent_agency == AGENCY


@pytest.mark.parametrize(("end", "state", "paper"), ENDS)
def test_without_a_reason_nothing_ends(city, end, state, paper):
    handling = received_case()
    with refused(handling, Incomplete) as told:
        end(handling, clerk(handling, "window"), reason="  ")
    assert "reason" in told.value.fields


def test_without_the_competent_agency_it_is_not_refused(city):
    handling = received_case()
    with refused(handling, Incomplete) as told:
        not_competent(handling, clerk(handling, "window"), competent_agency="")
    assert list(told.value.fields) == ["competent_agency"]


@pytest.mark.parametrize(("end", "state", "paper"), ENDS)
def test_only_the_window_of_the_department_may(city, wz_wj_window, stranger, end, state, paper):
    handling = received_case()
    for person in (clerk(handling, "signer"), wz_wj_window, stranger):
        with refused(handling, NotAllowed):
            end(handling, person)


@pytest.mark.parametrize(("end", "state", "paper"), ENDS)
def test_what_is_accepted_cannot_be_refused_any_more(city, end, state, paper):
    handling = accepted_case()
    with refused(handling, WrongState):
        end(handling, clerk(handling, "window"))


def gaps(handling, *, by=None, reason="申请人没有按照告知补正。"):
    return refuse_gaps(handling.uid, by or clerk(handling, "window"), seen=seen(handling), reason=reason)


@kept
def falsified(handling, *, by=None, **written):
    told = {"reason": "检测报告的编号经核实不存在。", "heard": "申请人称由代办人提供，没有其他证据。", **written}
    return refuse_false(handling.uid, by or clerk(handling, "window"), seen=seen(handling), **told)


def paper_of(handling):
    return fresh(handling).application.papers.get(kind=Kind.NOT_COMPETENT).facts


def test_what_the_applicant_cannot_supply_may_be_refused_with_its_list(city):
    handling = received_case()
    ask(handling, FIELD, MATERIAL)
    supply(handling, {"area": "300"}, unsupplied={"material-plans": "没有图纸。"})
    gaps(handling)
    assert fresh(handling).application.state == CaseState.REFUSED
    told = paper_of(handling)
    entry = handling.application.corrections.get().entries[1]
    assert (told.ground, told.gaps) == (Ground.GAPS, (entry["label"],))


def test_a_whole_answer_is_first_told_again_before_it_is_refused(city):
    handling = answered_once(FIELD)
    with refused(handling, WrongState):
        gaps(handling)
    again(handling, "field-area")
    supply(handling, {"area": "310"})
    gaps(handling)
    assert fresh(handling).application.state == CaseState.REFUSED


def test_nothing_is_refused_for_gaps_that_were_never_told(city):
    handling = received_case()
    with refused(handling, WrongState):
        gaps(handling)


def test_while_the_applicant_may_still_correct_competence_is_not_the_question(city):
    handling = correcting_case()
    with refused(handling, WrongState):
        not_competent(handling, clerk(handling, "window"))


def test_false_materials_are_refused_with_a_warning_and_bar_for_a_year(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = received_case()
        falsified(handling)
    told = paper_of(handling)
    assert fresh(handling).application.state == CaseState.REFUSED
    assert told.ground == Ground.FALSE_MATERIAL
    assert told.barred_until.isoformat() == "2027-11-24"
    bar = ApplicantBar.objects.get()
    assert (bar.kind, bar.barred_from.isoformat()) == (BarKind.FALSE_MATERIAL, "2026-11-24")
    assert bar.applicant_code_index == handling.application.applicant_code_index


def test_an_item_that_is_none_of_safety_knows_the_warning_and_no_bar(city):
    handling = received_case(LABOUR_DISPATCH, by="yunshang")
    falsified(handling)
    assert paper_of(handling).barred_until is None
    assert not ApplicantBar.objects.exists()


def test_nobody_is_warned_unheard(city):
    handling = received_case()
    for unheard in ("", "  ", "无"):
        with refused(handling, Incomplete) as told:
            falsified(handling, heard=unheard)
        assert list(told.value.fields) == ["heard"]
    assert not ApplicantBar.objects.exists()


def test_only_the_window_finds_materials_false_at_intake(city, wz_wj_window, stranger):
    handling = received_case()
    for person in (clerk(handling, "signer"), wz_wj_window, stranger):
        with refused(handling, NotAllowed):
            falsified(handling, by=person)
