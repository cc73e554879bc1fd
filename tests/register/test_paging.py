"""Deep pages by cursor: every record once, forwards and back, whatever is entered meanwhile."""

from datetime import date, timedelta

import pytest

from hall.errors import Invalid
from hall.textsearch import Hit
from hall.uids import uid7
from tests.register.making import entered
from tracking.register import queries
from tracking.register.cursor import cursor_at, cursor_of
from tracking.register.queries import Wanted

pytestmark = pytest.mark.django_db
FIRST = date(2026, 11, 2)


@pytest.fixture
def many(city, monkeypatch):
    """Seven records on three days, two to a page, newest first."""
    monkeypatch.setattr(queries, "PAGE", 2)
    records = [entered(decided_on=FIRST + timedelta(days=number // 3)) for number in range(7)]
    return sorted(records, key=lambda one: (one.decided_on, one.uid), reverse=True)


def test_every_record_is_read_once_on_the_way_down(city, many):
    read, cursor = [], None
    while True:
        page = queries.page(city.cq, Wanted(position=cursor))
        read += page.records
        if not page.older:
            break
        cursor = cursor_of(page.older)
    assert read == many


def test_the_way_back_shows_the_same_pages(city, many):
    down = [queries.page(city.cq, Wanted())]
    while down[-1].older:
        down.append(queries.page(city.cq, Wanted(position=cursor_of(down[-1].older))))
    back = [down[-1]]
    while back[-1].newer:
        back.append(queries.page(city.cq, Wanted(position=cursor_of(back[-1].newer, backwards=True))))
    # Seven records: the last page down holds one, and the way back counts pages from there.
    assert [one for page in reversed(back) for one in page.records] == many
    assert back[-1].newer == ""


def test_a_record_entered_meanwhile_moves_nothing(city, many):
    page = queries.page(city.cq, Wanted())
    entered(decided_on=FIRST + timedelta(days=9))
    assert queries.page(city.cq, Wanted(position=cursor_of(page.older))).records == many[2:4]


def test_filters_hold_on_every_page(city, many):
    page = queries.page(city.cq, Wanted(query="清泉", decided_to=FIRST))
    rest = queries.page(city.cq, Wanted(query="清泉", decided_to=FIRST, position=cursor_of(page.older)))
    assert [*page.records, *rest.records] == many[4:]
    assert page.count == rest.count == "3"


@pytest.mark.parametrize("rank", [0, 3])
def test_a_cursor_reads_back_as_it_was_written(rank):
    hit = Hit(7, FIRST, uid7(), rank)
    read = cursor_of(cursor_at(hit))
    assert read is not None
    assert (read.day, read.uid, read.rank) == (hit.day, hit.uid, hit.rank)


_UID = "018e0000-0000-7000-8000-000000000001"
ALTERED = ["x", "2026-11-02", "2026-13-02_1", f"2026-11-02_{_UID}_1", "2026-11-02_\x00", "_", f"rx_2026-11-02_{_UID}"]


@pytest.mark.parametrize("text", ALTERED)
def test_an_altered_cursor_is_told(text):
    with pytest.raises(Invalid):
        cursor_of(text)


def test_the_best_come_first_on_every_page_and_on_the_way_back(city, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 2)
    holds = entered(grantee="重庆老清泉浴室有限公司", decided_on=FIRST + timedelta(days=3))
    begins = entered(grantee="清泉浴室有限公司", decided_on=FIRST + timedelta(days=2))
    same = entered(grantee="清泉", decided_on=FIRST)
    older = entered(grantee="清泉浴池", decided_on=FIRST + timedelta(days=1))
    first = queries.page(city.cq, Wanted(query="清泉", best_first=True))
    second = queries.page(city.cq, Wanted(query="清泉", best_first=True, position=cursor_of(first.older)))
    assert first.best_first
    assert first.records + second.records == [same, begins, older, holds]
    back = cursor_of(second.newer, backwards=True)
    assert queries.page(city.cq, Wanted(query="清泉", best_first=True, position=back)).records == first.records
