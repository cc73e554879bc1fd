"""An agent files for the applicant (行政许可法 Art. 29): within the mandate, with a power of attorney, by name."""

from datetime import timedelta

import pytest

from applications.actions.appoint_agent import appoint_agent
from applications.actions.mandates import end_mandate
from applications.actions.materials import hand_in
from applications.actions.start import start
from applications.actions.submit import problems_of, submit
from applications.actions.telling import CORRECTION, tell_applicant
from applications.actions.withdraw import withdraw
from applications.documents.kinds import Kind
from applications.models import Application, Paper
from applications.queries.case_facts import case_facts
from applications.queries.mine import my_case, my_cases, my_papers
from applications.queries.own_offers import offered_to_applicant
from applications.rules import materials_for, owned_by, owns
from hall.accounts.models import RealNameLevel, Scope
from hall.audit.models import Entry
from hall.catalogue.spec import POWER_OF_ATTORNEY
from hall.clock import freeze, now, today
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.events.models import Event
from hall.masking import mask_id_number
from hall.notifications.models import Message
from tests.applications.actions.test_races import together
from tests.factories.answers import answers_for, pdf
from tests.factories.cases import SAND_MINING, draft_case, fill_in, fresh, offering, publish, received_case, seen
from tests.factories.mandates import draft_by_agent, mandate_of, person, power, received_by_agent

pytestmark = pytest.mark.django_db


def begin(mandate, agent=None):
    return start(agent or mandate.agent, offering(), division_code="500103", mandate=mandate)


def test_the_principal_is_the_applicant_and_the_agent_is_named(city):
    mandate = mandate_of()
    application = received_by_agent(mandate).application
    assert (application.applicant, application.applicant_name) == (mandate.principal, mandate.principal.name)
    assert (application.agent, application.agent_name) == (mandate.agent, "李一诺")
    assert application.applicant_code == mandate.principal.uscc
    assert application.agent_code == mandate.agent.id_number


def test_the_case_is_in_the_space_of_both(city):
    mandate = mandate_of()
    application = received_by_agent(mandate).application
    for user in (mandate.principal, mandate.agent):
        assert [row.application for row in my_cases(user).rows] == [application]
        assert my_case(user, application.uid) == application
        assert my_papers(user, application).exists()
        assert materials_for(user).exists()


def test_the_power_of_attorney_is_asked_of_an_agent_and_of_nobody_else(city):
    mandate = mandate_of()
    draft, own = begin(mandate), draft_case(by="yunshang")
    assert f"material.{POWER_OF_ATTORNEY.key}" in problems_of(draft)
    assert POWER_OF_ATTORNEY.key not in {one.key for one in own.spec.materials}
    with pytest.raises(NotAllowed):
        hand_in(own.uid, own.applicant, POWER_OF_ATTORNEY.key, pdf())


def test_without_it_nothing_is_filed(city):
    mandate = mandate_of()
    draft = begin(mandate)
    fill_in(draft, mandate.agent, answers_for(draft.spec))
    for material in draft.item_version.spec.materials:
        hand_in(draft.uid, mandate.agent, material.key, pdf())
    with pytest.raises(Incomplete) as refusal:
        submit(draft.uid, mandate.agent, truth_stated=True)
    assert list(refusal.value.fields) == [f"material.{POWER_OF_ATTORNEY.key}"]


def test_an_item_may_describe_it_itself(city):
    own = {"key": "power_of_attorney", "name": "授权委托书（本部门格式）", "source": "部门网站下载"}
    publish(materials=[{"key": "report", "name": "检测报告"}, own])
    spec = offering().version.spec
    assert [one.key for one in spec.materials] == ["report"]
    assert spec.represented.materials[-1].name == "授权委托书（本部门格式）"


def test_the_application_and_the_receipt_name_the_agent(city):
    handling = received_by_agent(mandate_of())
    facts = case_facts(handling)
    assert facts.agent is not None
    assert (facts.agent.name, facts.agent.id_masked) == ("李一诺", mask_id_number(handling.application.agent_code))
    form = Paper.objects.get(application=handling.application, kind=Kind.APPLICATION)
    assert "代理人：李一诺" in str(form.content)


def test_who_acted_and_for_whom_is_on_record(city):
    mandate = mandate_of()
    handling = received_by_agent(mandate)
    withdraw(handling.application.uid, mandate.agent, seen=seen(handling), reason="委托人改变计划。", confirmed=True)
    for event in Event.objects.filter(subject_uid=handling.application.uid):
        assert event.actor_uid == mandate.agent.uid
        assert event.actor_name == "李一诺（代理重庆清泉浴室有限公司）"
    told = Entry.objects.filter(subject_uid=handling.application.uid).values_list("actor_name", flat=True)
    assert set(told) == {"李一诺（代理重庆清泉浴室有限公司）"}


def test_what_the_principal_does_is_their_own(city):
    mandate = mandate_of()
    handling, principal = received_by_agent(mandate), mandate.principal
    withdraw(handling.application.uid, principal, seen=seen(handling), reason="改变计划。", confirmed=True)
    assert Event.objects.filter(subject_uid=handling.application.uid).latest("version").actor_name == principal.name


def test_the_agent_is_told_what_the_applicant_is_told(city):
    mandate = mandate_of()
    handling = received_by_agent(mandate)
    tell_applicant(handling.application, CORRECTION, "%(item)s", key="told")
    assert {one.recipient for one in Message.objects.filter(kind=CORRECTION.name)} == {mandate.principal, mandate.agent}


def test_a_mandate_for_some_items_reaches_no_other(city):
    mandate = mandate_of(granted=power(Scope.ITEMS, items=[offering(SAND_MINING).catalog_code]))
    with pytest.raises(NotAllowed):
        begin(mandate)
    within = mandate_of(agent="zhangxiaoman", granted=power(Scope.ITEMS, items=[offering().catalog_code]))
    assert begin(within).applicant == within.principal


def test_where_a_law_wants_the_applicant_in_person_no_agent_files(city):
    publish(agent_allowed=False, in_person_basis="《演示法》第九条")
    with pytest.raises(NotAllowed, match="《演示法》第九条"):
        begin(mandate_of())


def test_the_item_may_close_to_agents_before_it_is_filed(city):
    mandate = mandate_of()
    draft = draft_by_agent(mandate)
    publish(agent_allowed=False, in_person_basis="《演示法》第九条")
    with pytest.raises(NotAllowed):
        submit(draft.uid, mandate.agent, truth_stated=True)


def test_the_agent_is_known_as_well_as_the_item_asks(city):
    publish(min_real_name_level=3)
    mandate = mandate_of()
    with pytest.raises(Incomplete):
        begin(mandate)
    person("liyinuo", RealNameLevel.THIRD)
    mandate.agent.refresh_from_db()
    assert begin(mandate)


def test_the_principal_must_be_somebody_whom_the_item_serves(city):
    publish(applicants=["person"])
    with pytest.raises(NotAllowed):
        begin(mandate_of())


def test_a_stranger_finds_nothing_and_so_does_an_agent_of_another_case(city, stranger):
    application = received_by_agent(mandate_of()).application
    other = mandate_of("yunshang", agent="zhangxiaoman")
    for user in (stranger, other.agent):
        assert not owns(user, application)
        assert not owned_by(user).exists()
        with pytest.raises(NotFound):
            my_case(user, application.uid)


def test_what_the_principal_files_alone_is_not_the_agents(city):
    mandate = mandate_of()
    application = received_case().application
    assert application.applicant == mandate.principal
    assert not owns(mandate.agent, application)
    assert not owned_by(mandate.agent).exists()


def gone(mandate, application):
    agent = mandate.agent
    assert not owns(agent, Application.objects.get(pk=application.pk))
    assert not owned_by(agent).exists()
    assert not materials_for(agent).exists()
    with pytest.raises(NotFound):
        withdraw(application.uid, agent, seen=application.version, reason="试一试。", confirmed=True)


def test_revoked_it_ends_the_agents_access_at_once(city):
    mandate = mandate_of()
    handling = received_by_agent(mandate)
    end_mandate(mandate.uid, mandate.principal, hall=city.yz)
    gone(mandate, handling.application)
    assert case_facts(fresh(handling)).agent is None
    assert owns(mandate.principal, handling.application)
    told = [one.text for one in Message.objects.filter(recipient=mandate.agent).order_by("id")]
    assert "已撤销对您的委托" in told[-1]


def test_expired_it_does_as_well(city):
    mandate = mandate_of(granted=power(days=3))
    handling = received_by_agent(mandate)
    with freeze(now() + timedelta(days=4)):
        gone(mandate, handling.application)


def test_a_draft_that_the_agent_left_is_the_principals(city):
    mandate = mandate_of()
    draft = draft_by_agent(mandate)
    end_mandate(mandate.uid, mandate.agent, hall=city.yz)
    filed = submit(draft.uid, mandate.principal, truth_stated=True)
    assert (filed.agent, filed.agent_name, filed.agent_code) == (None, "", "")


def test_the_drafts_of_both_stand_side_by_side(city):
    mandate = mandate_of()
    own = draft_case()
    draft = begin(mandate)
    assert draft != own
    assert draft == begin(mandate)
    end_mandate(mandate.uid, mandate.principal, hall=city.yz)
    assert Application.objects.filter(applicant=mandate.principal).count() == 2


@pytest.mark.django_db(transaction=True)
def test_revoked_while_it_is_filed_it_is_filed_or_it_is_not(city):
    """Filed before the end of the mandate, or refused: never filed by somebody who could not any more."""
    mandate = mandate_of()
    draft = draft_by_agent(mandate)
    filed, ended = together([
        lambda: submit(draft.uid, mandate.agent, truth_stated=True),
        lambda: end_mandate(mandate.uid, mandate.principal, hall=city.yz),
    ])
    assert not isinstance(ended, Exception)
    application = Application.objects.get(pk=draft.pk)
    if isinstance(filed, Exception):
        assert isinstance(filed, NotFound | WrongState)
        assert (application.state, application.agent) == ("draft", None)
    else:
        assert application.state == "received"
        assert application.received_at <= ended.ended_at
    assert not owns(mandate.agent, application)




def appoint(handling, user=None, agent=None, **changes):
    whom = agent or person("liyinuo")
    told = {"agent_name": whom.name, "agent_number": whom.id_number, "valid_to": today() + timedelta(days=30)}
    application = handling.application
    user = user or application.applicant
    return appoint_agent(application.uid, user, seen=seen(handling), **{**told, **changes})


def test_for_one_case_under_way(city):
    handling = received_case()
    application = appoint(handling)
    agent = application.agent
    assert (application.mandate.scope, application.mandate.case_uid) == (Scope.CASE, application.uid)
    assert [row.application for row in my_cases(agent).rows] == [application]
    facts = case_facts(fresh(handling)).agent
    assert facts is not None
    assert facts.name == "李一诺"
    with pytest.raises(NotAllowed):
        begin(application.mandate)
    withdraw(application.uid, agent, seen=seen(handling), reason="委托人改变计划。", confirmed=True)
    last = Event.objects.filter(subject_uid=application.uid).latest("version")
    assert last.actor_name == "李一诺（代理重庆清泉浴室有限公司）"


def test_nobody_but_the_applicant_appoints(city, stranger):
    handling = received_by_agent(mandate_of())
    for user in (stranger, handling.application.agent):
        with pytest.raises(NotFound):
            appoint(handling, user, agent=person("zhangxiaoman"))


def test_one_agent_at_a_time_and_another_once_the_first_is_gone(city):
    handling = received_case()
    first = appoint(handling).mandate
    with pytest.raises(WrongState):
        appoint(handling, agent=person("zhangxiaoman"))
    end_mandate(first.uid, handling.application.applicant, hall=city.yz)
    assert appoint(handling, agent=person("zhangxiaoman")).agent_name == "张小满"
    assert not owned_by(first.agent).exists()


def test_in_person_or_over_there_is_no_agent(city):
    publish(agent_allowed=False, in_person_basis="《演示法》第九条")
    handling = received_case()
    with pytest.raises(NotAllowed):
        appoint(handling)
    assert "appoint_agent" not in offered_to_applicant(handling.application)


def test_a_case_that_is_over_gets_no_agent(city):
    handling = received_case()
    applicant = handling.application.applicant
    assert "appoint_agent" in offered_to_applicant(handling.application)
    withdraw(handling.application.uid, applicant, seen=seen(handling), reason="改变计划。", confirmed=True)
    with pytest.raises(WrongState):
        appoint(fresh(handling))
    assert "appoint_agent" not in offered_to_applicant(fresh(handling).application)
