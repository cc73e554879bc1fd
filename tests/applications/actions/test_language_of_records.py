"""Pages speak the reader's language; what they leave behind speaks Chinese."""

import json
import re

import pytest
from django.utils.translation import override

from applications.models import Licence, Material, Paper, Step, Suspension
from hall.notifications.models import Message
from tests.factories.cases import CONTENT, delivered_case, fresh, reported_case, reviewed_case
from tests.factories.hearings import ordered_hearing, recorded_hearing, schedule, scheduled_hearing

pytestmark = pytest.mark.django_db

# An English word of the catalogue or of an item file; codes, units and addresses have none.
ENGLISH = re.compile(r"\b[A-Z]?[a-z]{4,} [a-z]{2,}\b|\bYes\b|\bNo\b")


def test_a_case_worked_on_in_english_leaves_chinese_papers(city: None) -> None:
    with override("en"):
        delivered_case()
    kept = [json.dumps(paper.content, ensure_ascii=False) for paper in Paper.objects.all()]
    assert len(kept) >= 6
    assert [found for text in kept for found in ENGLISH.findall(text)] == []


def test_a_case_worked_on_in_english_leaves_a_chinese_trail(city: None) -> None:
    with override("en"):
        delivered_case()
    said = [*Step.objects.values_list("title", "opinion"), *Material.objects.values_list("name")]
    said += Licence.objects.values_list("name", "content")
    assert [text for row in said for text in row if ENGLISH.search(text)] == []
    assert CONTENT in {text for row in said for text in row}


def test_a_package_reported_up_in_english_is_chinese(city: None) -> None:
    with override("en"):
        handling = reported_case()
    assert ENGLISH.findall(json.dumps(handling.package.content, ensure_ascii=False)) == []


def test_a_hearing_worked_on_in_english_leaves_chinese_papers_and_messages(city: None) -> None:
    handling = reviewed_case()
    with override("en"):
        hearing = scheduled_hearing(handling)
        recorded_hearing(handling, hearing)
        schedule(fresh(handling), ordered_hearing(fresh(handling)))
    kept = [json.dumps(paper.content, ensure_ascii=False) for paper in Paper.objects.all()]
    kept += Message.objects.values_list("text", flat=True)
    kept += [text for row in Suspension.objects.values_list("name", "reason", "fee_bearer", "result") for text in row]
    assert [found for text in kept for found in ENGLISH.findall(text)] == []
