"""One source, one record; numbered as Chongqing's documents are; no way back to a case."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection

from hall.clock import today
from hall.numbering.counters import next_value
from hall.uids import uid7
from tests.register.making import entered, publication
from tracking.register.actions import enter, name_licence, preview
from tracking.register.models import Record

pytestmark = pytest.mark.django_db


def test_a_record_gets_the_next_index_number_of_its_organ_and_year():
    first, second = entered(), entered()
    other = entered(issuer_uscc="115001010000000033")
    year = today().year
    assert first.index_number == f"115001030000000017/{year}-00001"
    assert second.index_number == f"115001030000000017/{year}-00002"
    assert other.index_number == f"115001010000000033/{year}-00001"


def test_the_same_source_entered_again_is_the_same_record_and_uses_no_number():
    told = publication()
    record = enter(told)
    assert enter(replace(told, content="另一份内容")) == record
    assert Record.objects.get().content == told.content
    assert next_value("index", f"{told.issuer_uscc}:{today().year}") == 2


def test_a_record_points_at_nothing():
    """No foreign key at all: the register outlives every case and can be moved to a machine of its own."""
    assert [field.name for field in Record._meta.get_fields() if field.is_relation] == []


def test_a_preview_is_in_no_table():
    told = preview(publication())
    assert not told.index_number
    assert not told.published_at
    assert not Record.objects.exists()


def test_a_licence_for_an_unknown_source_changes_nothing():
    record = entered()
    name_licence(uid7(), name="卫生许可证", number="1")
    name_licence(record.source_uid, name="卫生许可证", number="渝中卫健〔2026〕第000001号")
    assert Record.objects.get().licence_number == "渝中卫健〔2026〕第000001号"


@pytest.mark.django_db(transaction=True)
def test_the_same_source_entered_at_the_same_moment_is_one_record():
    told = publication()

    def one(_number: int) -> str:
        try:
            return enter(told).index_number
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        numbers = set(pool.map(one, range(4)))
    assert numbers == {Record.objects.get().index_number}
    assert next_value("index", f"{told.issuer_uscc}:{today().year}") == 2


@pytest.mark.django_db
def test_a_number_that_an_older_register_used_is_passed_over():
    first = publication()
    enter(replace(first, index_number=f"{first.issuer_uscc}/{today().year}-00001", origin={"source": "旧公示栏"}))
    assert [entered().index_number[-5:] for _ in range(2)] == ["00002", "00003"]
