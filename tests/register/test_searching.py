"""Found by name, item, number and department; never by what is masked."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hall.textsearch import squeezed
from tests.register.making import entered, of_person
from tracking.register import queries
from tracking.register.queries import Wanted

pytestmark = pytest.mark.django_db
LETTERS = "重庆清泉浴室有限公司云上劳务派遣渝中万州一二三甲乙丙甲〇·（）A1b2"


def found(hall, **wanted) -> list[str]:
    return [record.document_number for record in queries.page(hall, Wanted(**wanted)).records]


@pytest.mark.parametrize(
    "words",
    ["清泉浴室", "公共场所卫生", "卫健许准字", "渝中区卫生健康委员会", "91500103000000002X", "第000777号", "9x-001"],
)
def test_a_record_is_found_by_each_thing_one_may_know_of_it(city, words):
    record = entered(document_number="渝中卫健许准字〔2026〕第000777号", licence_number="卫证９Ｘ-001")
    entered(
        grantee="重庆云上劳务派遣有限公司",
        grantee_code="91500101000000010M",
        item_name="劳务派遣经营许可",
        issuer_name="万州区人力资源和社会保障局",
        document_number="万州人社许准字〔2026〕第000123号",
    )
    assert found(city.cq, query=words) == [record.document_number]


def test_a_masked_person_is_not_found_by_the_full_name(city):
    record = of_person()
    assert found(city.cq, query="张小满") == []
    assert found(city.cq, query="小满") == []
    assert found(city.cq, query="张**") == [record.document_number]


@given(name=st.text(LETTERS, min_size=2, max_size=20))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_two_characters_of_a_name_find_the_record(city, name):
    record = entered(grantee=name)
    for pair in pairwise(squeezed(name)):
        hits = queries.page(city.cq, Wanted(query="".join(pair)))
        assert record.uid in {hit.uid for hit in hits.records} or hits.older


def test_the_department_and_the_days_narrow_the_search(city):
    health = entered(decided_on=date(2026, 11, 3))
    labour = entered(issuer_name="渝中区人力资源和社会保障局", decided_on=date(2026, 11, 4))
    assert found(city.yz, department="卫生健康") == [health.document_number]
    assert found(city.yz, query="清泉", department="人力资源") == [labour.document_number]
    assert found(city.yz, decided_from=date(2026, 11, 4)) == [labour.document_number]
    assert found(city.yz, decided_to=date(2026, 11, 3)) == [health.document_number]
    assert found(city.yz, query="劳务", department="卫生健康") == []


def test_the_department_s_words_in_another_column_do_not_count(city):
    entered(item_name="卫生健康促进项目登记", issuer_name="渝中区水利局")
    assert found(city.yz, department="卫生健康") == []


def test_a_district_shows_its_own_and_the_city_shows_all(city):
    here, there = entered(), entered(hall_code="500101")
    assert found(city.yz) == [here.document_number]
    assert found(city.wz) == [there.document_number]
    assert set(found(city.cq)) == {here.document_number, there.document_number}


@pytest.mark.parametrize("cap", [2, 3])
def test_a_count_is_told_to_its_cap_and_no_further(city, monkeypatch, cap):
    for _number in range(3):
        entered()
    monkeypatch.setattr("hall.textsearch.postgres.backend.CAP", cap)
    monkeypatch.setattr("hall.textsearch.postgres.statements.CAP", cap)
    count = "2+" if cap == 2 else "3"
    assert queries.page(city.cq, Wanted()).count == count
    assert queries.page(city.cq, Wanted(query="清泉浴室")).count == count
    assert len(queries.page(city.cq, Wanted(query="清泉浴室")).records) == 3
