"""Frozen contents come back as they were: in the database, and after the code has moved on."""

import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from applications.documents.builders import BUILDERS, Receipt
from applications.documents.facts import Answer, HandedIn
from applications.documents.frozen import freeze, thaw
from hall.clock import SHANGHAI
from tests.applications.documents.samples import CASE, CONTENTS


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content.kind.name.lower())
def test_a_content_survives_json(content):
    assert thaw(BUILDERS[content.kind], json.loads(json.dumps(freeze(content)))) == content


@given(some.builds(Answer, some.text(), some.text(), some.text()))
def test_any_answer_survives_json(answer):
    assert thaw(Answer, json.loads(json.dumps(freeze(answer)))) == answer


@given(some.datetimes(min_value=datetime(2000, 1, 1), timezones=some.just(SHANGHAI)), some.integers(0, 99))
def test_any_moment_and_number_survive_json(at, originals):
    material = HandedIn("甲", originals=originals, received_at=at)
    assert thaw(HandedIn, json.loads(json.dumps(freeze(material)))) == material


def test_a_field_dropped_since_is_left_aside_and_one_added_since_has_its_default():
    plain = freeze(Receipt(CASE, received_at=datetime(2026, 11, 24, tzinfo=SHANGHAI))) | {"old_word": "旧"}
    del plain["receiver"]
    assert thaw(Receipt, plain).receiver == ""


def test_days_stay_days():
    assert thaw(type(CASE), freeze(CASE)).statutory_due == date(2026, 12, 22)
