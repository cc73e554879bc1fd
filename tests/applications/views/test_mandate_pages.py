"""Mandates in my space, and choosing for whom one applies (行政许可法 Art. 29)."""

from datetime import timedelta

import pytest

from applications.actions.mandates import end_mandate
from applications.models import Application
from hall.accounts.models import Mandate, RealNameLevel, Scope
from hall.clock import today
from tests.cast import client_of
from tests.factories import cases
from tests.factories.cases import clerk, publish
from tests.factories.mandates import mandate_of, person, power, received_by_agent

pytestmark = pytest.mark.django_db
MINE, NEW = "/500103/apply/mandates/", "/500103/apply/mandates/new/"


def asked(agent, **changes):
    return {
        "agent_name": agent.name,
        "agent_number": agent.id_number,
        "scope": "all",
        "valid_from": today().isoformat(),
        "valid_to": (today() + timedelta(days=90)).isoformat(),
        **changes,
    }


def start_url(item=cases.PUBLIC_PLACE):
    return f"/500103/apply/start/{cases.offering(item).task_code}/"


def page(user, url):
    return client_of(user).get(url).content.decode()


def test_a_company_gives_a_mandate_and_both_read_of_it(city, applicant_li):
    company = person("qingquan")
    response = client_of(company).post(NEW, asked(applicant_li))
    assert response["Location"] == MINE
    assert "李一诺" in page(company, MINE)
    assert company.name in page(applicant_li, MINE)


def test_for_some_items_only(city, applicant_zhang, applicant_li):
    code = cases.offering().catalog_code
    client_of(applicant_zhang).post(NEW, asked(applicant_li, scope="items", items=[code]))
    assert Mandate.objects.get().items == [code]
    assert cases.offering().name in page(applicant_li, MINE)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"agent_name": "李二诺"}, "agent_number"),
        ({"agent_number": "110105194912310021"}, "agent_number"),
        ({"scope": "items"}, "items"),
        ({"valid_to": "2020-01-01"}, "valid_to"),
        ({"valid_from": "明天"}, "valid_from"),
        ({"scope": "case"}, "scope"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(city, applicant_zhang, applicant_li, changes, field):
    response = client_of(applicant_zhang).post(NEW, asked(applicant_li, **changes))
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not Mandate.objects.exists()


def test_below_the_level_the_way_to_reach_it_is_shown(city):
    response = client_of(person("qingquan", RealNameLevel.SECOND)).get(NEW)
    assert response.status_code == 422
    assert "level=3" in response.content.decode()


def test_the_principal_revokes_it_on_the_page(city):
    mandate = mandate_of()
    client_of(mandate.principal).post(f"/500103/apply/mandates/{mandate.uid}/end/")
    assert "委托人撤销" in page(mandate.agent, MINE)


def test_a_look_ends_nothing(city):
    mandate = mandate_of()
    client = client_of(mandate.principal)
    client.get(f"/500103/apply/mandates/{mandate.uid}/end/")
    client.head(f"/500103/apply/mandates/{mandate.uid}/end/")
    mandate.refresh_from_db()
    assert mandate.ended_at is None


def test_to_a_stranger_it_is_as_if_absent(city, stranger):
    mandate = mandate_of()
    assert client_of(stranger).post(f"/500103/apply/mandates/{mandate.uid}/end/").status_code == 404
    assert "李一诺" not in page(stranger, MINE)


def test_the_agent_chooses_for_whom(city):
    mandate = mandate_of()
    client = client_of(mandate.agent)
    assert "为谁办理" in client.get(start_url()).content.decode()
    assert client.post(start_url()).status_code == 422
    client.post(start_url(), {"applicant": str(mandate.uid)})
    client.post(start_url(), {"applicant": "self"})
    mine, own = Application.objects.order_by("id")
    assert (mine.applicant, mine.agent) == (mandate.principal, mandate.agent)
    assert (own.applicant, own.agent) == (mandate.agent, None)


def test_nobody_else_is_asked(city, applicant_zhang):
    assert "为谁办理" not in page(applicant_zhang, start_url())


@pytest.mark.parametrize("scope", [Scope.ALL, Scope.ITEMS])
def test_out_of_its_scope_or_against_the_law_it_is_not_offered(city, scope):
    granted = power(scope, items=[cases.offering(cases.SAND_MINING).catalog_code]) if scope == Scope.ITEMS else power()
    if scope == Scope.ALL:
        publish(agent_allowed=False, in_person_basis="《演示法》第九条")
    mandate = mandate_of(granted=granted)
    client = client_of(mandate.agent)
    assert "为谁办理" not in client.get(start_url()).content.decode()
    client.post(start_url(), {"applicant": str(mandate.uid)})
    assert not Application.objects.filter(applicant=mandate.principal).exists()


@pytest.mark.parametrize("whose", ["other", "ended"])
def test_anothers_mandate_or_an_ended_one_begins_nothing(city, whose):
    mandate = mandate_of()
    mine = mandate_of("yunshang")
    if whose == "other":
        foreign = mandate_of(agent="zhangxiaoman")
    else:
        foreign = end_mandate(mandate.uid, mandate.principal, hall=city.yz)
    response = client_of(mine.agent).post(start_url(), {"applicant": str(foreign.uid)})
    assert response.status_code == 422
    assert not Application.objects.exists()


def test_an_agent_may_apply_for_whom_the_item_serves(city):
    publish(applicants=["organisation"])
    mandate = mandate_of()
    client = client_of(mandate.agent)
    text = client.get(start_url()).content.decode()
    assert mandate.principal.name in text
    assert "我自己" not in text
    client.post(start_url(), {"applicant": str(mandate.uid)})
    assert Application.objects.get().applicant == mandate.principal


def test_both_see_the_case_with_the_agents_name(city):
    mandate = mandate_of()
    uid = received_by_agent(mandate).application.uid
    for user in (mandate.principal, mandate.agent):
        assert "代理人李一诺" in page(user, "/500103/apply/")
        assert "李一诺" in page(user, f"/500103/apply/{uid}/")
    end_mandate(mandate.uid, mandate.principal, hall=city.yz)
    assert client_of(mandate.agent).get(f"/500103/apply/{uid}/").status_code == 404
    assert "委托已经终止" in page(mandate.principal, f"/500103/apply/{uid}/")


def test_the_clerk_sees_who_the_agent_is(city):
    handling = received_by_agent(mandate_of())
    text = page(clerk(handling, "window"), f"/500103/desk/{handling.uid}/")
    assert "李一诺" in text
    assert handling.application.agent_code in text
    assert "李一诺（代理重庆清泉浴室有限公司）" in text
    assert "授权委托书" in text


def test_an_agent_is_appointed_on_the_page_of_the_case(city):
    handling = cases.received_case(by="qingquan")
    applicant, agent, uid = handling.application.applicant, person("liyinuo"), handling.application.uid
    address = f"/500103/apply/{uid}/appoint_agent/"
    told = {"agent_name": agent.name, "agent_number": agent.id_number, "version": cases.seen(handling)}
    response = client_of(applicant).post(address, {**told, "valid_to": "2020-01-01"})
    assert (response.status_code, list(response.context["tried"].errors)) == (422, ["valid_to"])
    client_of(applicant).post(address, {**told, "valid_to": (today() + timedelta(days=30)).isoformat()})
    assert "李一诺" in page(applicant, f"/500103/apply/{uid}/")
    assert handling.application.case_no in page(agent, MINE)
    assert client_of(agent).get(f"/500103/apply/{uid}/").status_code == 200
