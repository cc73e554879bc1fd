"""The English that the hall ships: compiled as a set-up does, read by those who ask for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import gettext, ngettext, override
from django.utils.translation.reloader import translation_file_changed

from hall import translations


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    translations.compile_all()
    # Django keeps what it has read; a catalog compiled a moment ago would be missed.
    translation_file_changed(None, Path("django.mo"))
    with override("en"):
        yield


def test_a_string_is_read_in_english() -> None:
    assert gettext("行政许可") == "Administrative licence"


@pytest.mark.parametrize(("count", "told"), [(1, "1 working day"), (20, "20 working days")])
def test_one_is_told_apart_from_many(count: int, told: str) -> None:
    assert ngettext("%d个工作日", "%d个工作日", count) % count == told


@pytest.mark.parametrize("label", [entry[0] for entry in settings.HALL_NAVIGATION + settings.HALL_STAFF_NAVIGATION])
def test_a_room_named_in_settings_is_named_in_english(label: str) -> None:
    assert gettext(label).isascii()


def test_nothing_is_left_in_chinese() -> None:
    assert translations.gaps()["en"] == []
