"""Answers as people read them, on the pages and in the papers."""

import pytest

from applications.answers import in_words
from tests.factories.cases import PUBLIC_PLACE, offering

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("typed", "read"), [("2027-01-15", "2027年1月15日"), ("明年春天", "明年春天")])
def test_a_day_reads_as_every_other_day_of_the_page_and_a_draft_keeps_what_was_typed(city, typed, read):
    field = next(one for one in offering(PUBLIC_PLACE).version.spec.fields if one.type == "date")
    assert in_words(field, typed) == read
