"""A file that holds what was corrected or taken back is given out no more, and made anew by the worker."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from hall.clock import freeze, now, today
from hall.events.worker import drain
from tests.cast import client_of
from tests.disclosure.changing import RIGHT, corrected, taken_back
from tests.disclosure.making import CONTENT, again, published
from tests.opendata.making import body, opened
from tracking.disclosure.models import Disclosure
from tracking.opendata.actions.making import make_files
from tracking.opendata.actions.remaking import drop_files
from tracking.opendata.models import DataFile

pytestmark = pytest.mark.django_db
TOMORROW = timedelta(days=1)


def given_out() -> str:
    """What all files say, as anybody may fetch them."""
    found = DataFile.objects.filter(format="jsonl")
    answers = [client_of().get(f"/500103/open-data/files/{one.uid}/") for one in found]
    return "".join(body(answer).decode() for answer in answers)


def after(deed: Callable[[Disclosure], Disclosure]) -> tuple[list[str], str]:
    """The files before the deed, and what is given out afterwards."""
    opened()
    disclosure, _record = published()
    drain()
    with freeze(now() + TOMORROW):
        make_files()
        before = [str(one.uid) for one in DataFile.objects.all()]
        assert CONTENT in given_out()
        deed(again(disclosure))
        drain()
        return before, given_out()


def test_a_corrected_record_is_in_a_new_file_in_its_new_words_alone(city):
    before, told = after(corrected)
    assert (RIGHT in told, CONTENT in told) == (True, False)
    for old in before:
        assert client_of().get(f"/500103/open-data/files/{old}/").status_code == 404


def test_what_was_taken_back_is_in_no_file(city):
    _before, told = after(taken_back)
    assert (told, DataFile.objects.get(format="jsonl").rows) == ("", 0)


def test_files_of_other_days_and_halls_stay(city):
    opened()
    with freeze(now() + TOMORROW):
        make_files()
        assert drop_files("500103", today()) == 0
        assert drop_files("500101", today() - TOMORROW) == 0
        assert drop_files("500103", today() - TOMORROW) == 3
