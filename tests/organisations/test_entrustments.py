"""Entrusted agencies (行政许可法 Art. 24): announced, in the name of the entrusting agency, never entrusted further."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from applications.actions.accept import accept
from applications.documents.kinds import Kind
from applications.models import Licence
from hall.catalogue.guide.key_facts import key_facts
from hall.clock import today
from hall.errors import Invalid, WrongState
from hall.organisations.entrusting import entrust
from hall.organisations.models import Department, Entrustment
from hall.organisations.queries import entrusted_with
from tests.factories.cases import issued_case, offering, received_case, seen, staff_member
from tracking.disclosure.models import Disclosure

pytestmark = pytest.mark.django_db

ITEM = "500190143001"


def give(entrusting, entrusted, **told):
    usual = {
        "item_code": ITEM,
        "item_name": "公共场所卫生许可",
        "announced_as": "渝中卫健委托〔2026〕第1号（演示）",
        "announced_on": today() - timedelta(days=30),
        "text": "委托以本机关的名义实施公共场所卫生许可。（演示）",
        "valid_from": today() - timedelta(days=20),
    }
    return entrust(entrusting, entrusted, **{**usual, **told})


@pytest.fixture
def given(city):
    return give(city.departments["yz-wj"], city.departments["yz-zw"])


def test_the_entrusted_agency_handles_and_the_papers_are_the_entrusting_ones(city, given):
    handling = received_case()
    assert (handling.department, handling.in_name_of) == (city.departments["yz-zw"], city.departments["yz-wj"])
    # Whole-hall people hold a post there as well.
    accept(handling.uid, staff_member("yz-window"), seen=seen(handling))
    paper = handling.application.papers.get(kind=Kind.ACCEPTANCE)
    assert paper.issuer == city.departments["yz-wj"]
    assert paper.facts.case.issuer.name == "渝中区卫生健康委员会"
    assert paper.number.startswith("渝中卫健")
    assert paper.handling == handling


def test_decision_licence_and_disclosure_are_the_entrusting_agencys(city):
    give(city.departments["yz-wj"], city.departments["yz-rs"])
    handling = issued_case()
    assert handling.department == city.departments["yz-rs"]
    licence = Licence.objects.get()
    assert licence.issuer == city.departments["yz-wj"]
    assert licence.number.startswith("渝中卫健")
    assert Disclosure.objects.get().department == city.departments["yz-wj"]


def test_an_item_that_is_not_entrusted_stays_where_it_is(city):
    give(city.departments["yz-wj"], city.departments["yz-zw"], item_code="500190999001")
    handling = received_case()
    assert (handling.department, handling.in_name_of) == (city.departments["yz-wj"], None)


def test_only_from_its_first_day_to_its_last(city):
    first, last = today() + timedelta(days=1), today() + timedelta(days=9)
    wj, zw = city.departments["yz-wj"], city.departments["yz-zw"]
    give(wj, zw, valid_from=first, valid_to=last)
    days = [first - timedelta(days=1), first, last, last + timedelta(days=1)]
    assert [entrusted_with(wj, ITEM, on) for on in days] == [None, zw, zw, None]


def test_it_is_announced_before(city):
    wj, zw = city.departments["yz-wj"], city.departments["yz-zw"]
    with pytest.raises(Invalid):
        give(wj, zw, announced_on=today())
    with pytest.raises(Invalid) as told:
        give(wj, zw, announced_as=" ")
    assert "announced_as" in told.value.fields


def test_no_sub_entrustment_neither_way_nor_an_item_twice(city, given):
    wj, zw, rs = (city.departments[f"yz-{kind}"] for kind in ("wj", "zw", "rs"))
    for entrusting, entrusted in ((zw, rs), (rs, wj), (wj, rs), (rs, rs)):
        with pytest.raises(WrongState):
            give(entrusting, entrusted)
    assert Entrustment.objects.count() == 1


def test_the_database_refuses_it_as_well(city, given):
    values = {"item_code": ITEM, "item_name": "一", "announced_as": "一号", "text": "一", "announced_on": today()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Entrustment.objects.create(
            entrusting=city.departments["yz-zw"], entrusted=city.departments["yz-rs"], valid_from=today(), **values
        )


def test_what_follows_an_ended_one_is_allowed(city):
    wj, zw, rs = (city.departments[f"yz-{kind}"] for kind in ("wj", "zw", "rs"))
    give(wj, zw, valid_to=today() - timedelta(days=1))
    assert give(wj, rs, valid_from=today())


def test_everybody_reads_it_at_this_hall_and_not_at_another(city, given, client):
    page = client.get("/500103/entrustments/").content.decode()
    assert "渝中卫健委托〔2026〕第1号" in page
    assert "渝中区政务服务管理办公室" in page
    assert "渝中卫健委托" not in client.get("/500101/entrustments/").content.decode()


def test_the_guide_names_the_entrusted_agency(city, given):
    facts = dict(key_facts(offering()))
    assert facts["受委托机关"] == "渝中区政务服务管理办公室（渝中卫健委托〔2026〕第1号（演示））"
    assert "受委托机关" not in dict(key_facts(offering(hall="500101")))


def test_the_demo_city_has_one_and_keeps_it(db):
    for _turn in range(2):
        call_command("demo_city", verbosity=0)
    only = Entrustment.objects.get()
    assert "演示" in only.announced_as
    assert only.entrusting.entrusts
    assert Department.objects.filter(entrusts=True).count() == 1
    assert only.valid_from >= date(2026, 1, 1)
