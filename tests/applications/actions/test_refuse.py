"""The two early ends at intake (行政许可法 Art. 32 (1), (2)): two papers, each with its reason."""

import pytest

from applications.actions.refuse import find_not_required, refuse
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState, HandlingState
from hall.errors import Incomplete, NotAllowed, WrongState
from tests.applications.actions.refusing import refused
from tests.factories.cases import accepted_case, clerk, fresh, received_case, seen

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
