"""Suggestions are made of the register's rows at that moment; the name of a natural person is suggested to nobody."""

import pytest

from tests.cast import client_of
from tests.register.making import entered, of_person
from tracking.register.models import Record
from tracking.register.suggesting import suggestions

pytestmark = pytest.mark.django_db


def test_names_that_begin_with_what_was_typed_come_first(city):
    entered(grantee="重庆老清泉有限公司")
    entered(grantee="清泉浴室")
    assert suggestions(city.cq, "清泉") == ["清泉浴室", "重庆老清泉有限公司"]


@pytest.mark.parametrize("typed", ["清泉", "清", "qqys", "QQ", "清泉 浴室"])
def test_an_organisation_is_suggested_by_any_part_and_by_initials(city, typed):
    entered(grantee="清泉浴室")
    assert suggestions(city.cq, typed) == ["清泉浴室"]


def test_items_and_departments_are_suggested_too(city):
    entered()
    assert suggestions(city.cq, "卫生") == ["公共场所卫生许可", "渝中区卫生健康委员会"]


@pytest.mark.parametrize("typed", ["张", "张**", "z", "zxm", "张小满"])
def test_a_natural_person_is_never_suggested(city, typed):
    of_person()
    assert suggestions(city.cq, typed) == []


@pytest.mark.parametrize("typed", ["", " ", "，", "没有这样的", "\0", "清泉\0没有"])
def test_nothing_comes_of_nothing(city, typed):
    entered()
    assert suggestions(city.cq, typed) == []


def test_another_hall_s_names_are_not_suggested(city):
    entered(grantee="清泉浴室", hall_code="500101")
    assert suggestions(city.yz, "清泉") == []
    assert suggestions(city.wz, "清泉") == ["清泉浴室"]


def test_a_record_taken_back_suggests_nothing_at_once(city):
    record = entered(grantee="清泉浴室")
    Record.objects.filter(pk=record.pk).delete()
    assert suggestions(city.cq, "清泉") == []


def test_no_more_than_eight(city):
    for number in range(12):
        entered(grantee=f"清泉{number}号浴室")
    assert len(suggestions(city.cq, "清泉")) == 8


def test_the_page_offers_them_as_options(city):
    entered(grantee="清泉<浴>室")
    page = client_of().get("/register/suggestions/", {"q": "清泉"}).content.decode()
    assert '<option value="清泉&lt;浴&gt;室"></option>' in page
