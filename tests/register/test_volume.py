"""The generator of volume tests makes rows as the register itself would hold them, and goes on where it was."""

from itertools import islice

import pytest

from hall.masking import mask_name
from tests.performance.register import volume
from tests.performance.register.rows import CHUNK, COLUMNS, Maker
from tracking.register.models import Record

pytestmark = pytest.mark.django_db


@pytest.fixture
def few(monkeypatch):
    """Chunks of 40 rows, so that two of them are quick."""
    monkeypatch.setattr("tests.performance.register.rows.CHUNK", 40)
    monkeypatch.setattr("tests.performance.register.volume.CHUNK", 40)


def test_a_generated_row_is_found_by_what_an_entered_row_would_be_found_by(few):
    for number in range(2):
        volume._copy_chunk(Maker(with_content=True), number, 40)
    for record in Record.objects.all():
        held = record.search_text, record.content_text
        record.fill_search()
        assert held == (record.search_text, record.content_text)
    assert Record.objects.filter(grantee_is_person=True).exists()


def test_a_person_in_a_generated_row_is_masked_and_has_no_initials(few):
    volume._copy_chunk(Maker(with_content=False), 0, 40)
    for record in Record.objects.filter(grantee_is_person=True):
        assert record.grantee == mask_name(record.grantee)
        assert not record.grantee_code
        assert record.search_text.count("\n") == 5


def test_the_same_number_makes_the_same_rows():
    first, again = (list(islice(Maker(with_content=True).chunk(7), 50)) for _ in range(2))
    assert first == again
    assert first != list(islice(Maker(with_content=True).chunk(8), 50))
    assert len(first[0]) == len(COLUMNS)
    assert CHUNK > 50


def test_a_volume_that_was_interrupted_goes_on_with_the_next_chunk(few):
    maker = Maker(with_content=False)
    volume._copy_chunk(maker, 0, 40)
    held = Record.objects.count()
    for number in volume.owed(held, 100):
        volume._copy_chunk(maker, number, volume.size_of(number, 100))
    assert Record.objects.count() == 100
    assert Record.objects.values("index_number").distinct().count() == 100
