"""Whoever reads a large download slowly holds a thread: a process sends a few at once, and tells the others to wait."""

import gc
from datetime import datetime
from typing import Any

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import StreamingHttpResponse

from hall.clock import freeze
from hall.throttling import streams
from hall.throttling.streams import Busy, flows
from tests.cast import client_of
from tests.opendata.making import body, opened
from tests.register.making import entered
from tracking.opendata.actions.making import make_files
from tracking.opendata.models import DataFile

pytestmark = pytest.mark.django_db
EXPORT = "/500103/open-data/export/?format=csv"


@pytest.fixture(autouse=True)
def _one_place(settings, monkeypatch):
    settings.HALL_STREAMS = 1
    monkeypatch.setattr(streams, "_places", streams._Places())
    # The end of an answer would close the connection under the test.
    request_finished.disconnect(close_old_connections)
    yield
    request_finished.connect(close_old_connections)


@pytest.fixture
def data(city):
    with freeze(datetime(2026, 11, 29, 9, 0)):
        opened()
        entered()


@pytest.fixture
def file(data):
    with freeze(datetime(2026, 11, 30, 9, 0)):
        make_files()
    return f"/500103/open-data/files/{DataFile.objects.get(format='csv').uid}/"


def get(path: str) -> Any:
    return client_of().get(path)


def test_one_beyond_the_places_is_told_to_come_back_and_is_served_once_the_first_was_read(data):
    reading = get(EXPORT)
    refused = get(EXPORT)
    assert (refused.status_code, refused["Retry-After"], refused["Cache-Control"]) == (503, "30", "no-store")
    assert "现在下载的人较多" in refused.content.decode()
    b"".join(reading.streaming_content)
    assert get(EXPORT).status_code == 200


def test_a_reader_who_goes_away_leaves_the_place(data):
    get(EXPORT).close()
    assert get(EXPORT).status_code == 200


def test_files_and_site_maps_hold_places_too_and_pages_do_not(file):
    for path in (file, "/500103/sitemap-1.xml", "/500103/open-data/export/?format=xlsx"):
        reading = get(path)
        assert reading.status_code == 200, path
        assert get(EXPORT).status_code == 503
        assert get("/500103/open-data/").status_code == 200
        assert body(reading)


def test_the_rest_of_a_file_holds_one_too(file):
    reading: Any = client_of().get(file, headers={"Range": "bytes=3-"})
    assert reading.status_code == 206
    assert get(EXPORT).status_code == 503
    assert b"".join(reading.streaming_content)


def test_whoever_is_told_to_come_back_has_spent_nothing_of_their_allowance(data):
    reading = get(EXPORT)
    # Sixty an hour, of which a workbook takes six.
    for _time in range(11):
        assert get("/500103/open-data/export/?format=xlsx").status_code == 503
    assert body(reading)
    assert get(EXPORT).status_code == 200


def test_zero_is_no_limit(data, settings):
    settings.HALL_STREAMS = 0
    reading = [get(EXPORT) for _number in range(3)]
    assert [one.status_code for one in reading] == [200] * 3


def test_what_could_not_be_made_holds_no_place():
    def broken() -> StreamingHttpResponse:
        raise ValueError("broken")

    for _time in range(2):
        with pytest.raises(ValueError, match="broken"):
            flows(broken)
    held = flows(lambda: StreamingHttpResponse([b"a"]))
    with pytest.raises(Busy):
        flows(lambda: StreamingHttpResponse([b"b"]))
    # Never sent, and nobody has it any more.
    del held
    gc.collect()
    flows(lambda: StreamingHttpResponse([b"c"]))
