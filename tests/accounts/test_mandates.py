"""Mandates: who may give them, to whom, for how long, and that both sides may end them (行政许可法 Art. 29)."""

from datetime import timedelta

import pytest

from hall.accounts.mandates import Power, end_mandate, grant_mandate, held_by, held_mandate
from hall.accounts.models import EndedBy, Mandate, RealNameLevel, Scope
from hall.audit.models import Entry
from hall.clock import freeze, now, today
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound
from tests.factories.mandates import person, power

pytestmark = pytest.mark.usefixtures("city")
HALL = "500103"


def give(principal, agent, granted=None, **changes):
    told = {"agent_name": agent.name, "agent_number": agent.id_number, **changes}
    return grant_mandate(principal, power=granted or power(), hall_code=HALL, **told)


def test_a_company_gives_it_through_its_legal_representative(applicant_li):
    company = person("qingquan")
    mandate = give(company, applicant_li)
    assert (mandate.granted_by, mandate.scope) == (company.legal_representative, Scope.ALL)
    assert list(held_by(applicant_li)) == [mandate]
    assert Entry.objects.filter(action="mandate.granted", subject_uid=mandate.uid).count() == 1


def test_a_person_gives_it_in_their_own_name(applicant_zhang, applicant_li):
    assert give(applicant_zhang, applicant_li).granted_by == "张小满"


@pytest.mark.parametrize(("who", "level"), [("qingquan", RealNameLevel.SECOND), ("zhangxiaoman", RealNameLevel.FIRST)])
def test_below_its_level_no_account_gives_any(applicant_li, who, level):
    with pytest.raises(Incomplete) as refusal:
        give(person(who, level), applicant_li)
    assert "real_name_level" in refusal.value.fields
    assert not Mandate.objects.exists()


def test_staff_give_none(yz_wj_window, applicant_li):
    with pytest.raises(NotAllowed):
        give(yz_wj_window, applicant_li)


@pytest.mark.parametrize("changes", [{"agent_name": "李二诺"}, {"agent_number": "11010519491231002X"}])
def test_whoever_is_not_there_and_whoever_is_of_another_name_are_told_of_alike(applicant_zhang, applicant_li, changes):
    with pytest.raises(Invalid) as refusal:
        give(applicant_zhang, applicant_li, **changes)
    assert "没有找到姓名和身份证号码一致" in str(refusal.value.fields["agent_number"])


def test_nobody_who_is_not_proven_acts_for_others(applicant_zhang, newcomer_chen):
    with pytest.raises(Invalid):
        give(applicant_zhang, newcomer_chen)


def test_nobody_is_their_own_agent(applicant_zhang):
    with pytest.raises(Invalid):
        give(applicant_zhang, applicant_zhang)


@pytest.mark.parametrize(("begins", "days"), [(0, -1), (-30, 29)])
def test_it_ends_after_it_begins_and_not_before_today(applicant_zhang, applicant_li, begins, days):
    with pytest.raises(Invalid) as refusal:
        give(applicant_zhang, applicant_li, power(begins=begins, days=days))
    assert list(refusal.value.fields) == ["valid_to"]


def test_given_twice_it_is_one(applicant_zhang, applicant_li):
    assert give(applicant_zhang, applicant_li) == give(applicant_zhang, applicant_li)
    assert Mandate.objects.count() == 1


@pytest.mark.parametrize(("day", "holds"), [(-1, False), (0, True), (10, True), (11, False)])
def test_it_holds_from_its_first_to_its_last_day(applicant_zhang, applicant_li, day, holds):
    begins = today() + timedelta(days=5)
    mandate = give(applicant_zhang, applicant_li, Power(Scope.ALL, begins, begins + timedelta(days=10)))
    with freeze(now() + timedelta(days=5 + day)):
        assert held_by(applicant_li).exists() is holds
        assert mandate.holds(today()) is holds


def test_the_principal_revokes_it_and_it_is_over_at_once(applicant_zhang, applicant_li):
    mandate = give(applicant_zhang, applicant_li)
    ended = end_mandate(mandate.uid, applicant_zhang, hall_code=HALL)
    assert ended.ended_by == EndedBy.PRINCIPAL
    assert not held_by(applicant_li).exists()
    with pytest.raises(NotFound):
        held_mandate(applicant_li, mandate.uid)


def test_the_agent_gives_it_up(applicant_zhang, applicant_li):
    mandate = give(applicant_zhang, applicant_li)
    assert end_mandate(mandate.uid, applicant_li, hall_code=HALL).ended_by == EndedBy.AGENT


def test_ended_twice_it_ended_once(applicant_zhang, applicant_li):
    mandate = give(applicant_zhang, applicant_li)
    first = end_mandate(mandate.uid, applicant_zhang, hall_code=HALL)
    second = end_mandate(mandate.uid, applicant_li, hall_code=HALL)
    assert (second.ended_at, second.ended_by) == (first.ended_at, EndedBy.PRINCIPAL)
    assert Entry.objects.filter(action__startswith="mandate.ended").count() == 1


def test_to_a_stranger_it_is_as_if_absent(applicant_zhang, applicant_li, stranger):
    mandate = give(applicant_zhang, applicant_li)
    with pytest.raises(NotFound):
        end_mandate(mandate.uid, stranger, hall_code=HALL)
    assert held_by(applicant_li).exists()


def test_an_account_that_was_closed_has_no_agents(applicant_zhang, applicant_li):
    give(applicant_zhang, applicant_li)
    applicant_zhang.is_active = False
    applicant_zhang.save()
    assert not held_by(applicant_li).exists()
