"""Nothing is given out in bulk before a second pair of eyes reviewed the whole (保密法 Art. 36)."""

from dataclasses import replace

import pytest

from hall.accounts.models import Duty
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.review.models import Review
from tests.cast import client_of
from tests.disclosure.making import give
from tests.opendata.making import discloser, opened, reviewer, sent
from tests.register.making import entered
from tracking.opendata import models, queries
from tracking.opendata.actions.making import make_files
from tracking.opendata.actions.reviewing import close, open_up, send, send_back
from tracking.opendata.dictionary import FIELDS
from tracking.opendata.lifecycle import DataSetState

pytestmark = pytest.mark.django_db
BULK = ["export/?format=csv", "manifest.json"]


def answers(prefix: str = "/500103") -> set[int]:
    asked = [f"{prefix}/open-data/{path}" for path in BULK] + [f"{prefix}/api/v1/open-data/"]
    return {client_of().get(address).status_code for address in asked}


def test_before_the_review_nothing_leaves_in_bulk(city):
    entered()
    assert answers() == {404}
    sent()
    assert answers() == {404}
    assert make_files() == 0


def test_after_it_everything_does_and_closed_it_ends_at_once(city):
    entered()
    data_set = opened()
    assert answers() == {200}
    assert answers("/500101") == {404}
    close(data_set.uid, discloser())
    assert answers() == {404}


def test_whoever_assessed_does_not_review(city):
    give(discloser(), Duty.SECRECY)
    data_set = sent()
    with pytest.raises(NotAllowed):
        open_up(data_set.uid, discloser())
    with pytest.raises(NotAllowed):
        open_up(sent("500000").uid, reviewer())


def test_an_assessment_is_written(city):
    with pytest.raises(Incomplete):
        send(city.yz, discloser(), assessment=" ")


def test_sent_back_with_a_reason_it_stays_closed(city):
    data_set = send_back(sent().uid, reviewer(), remark="写明取水口位置。")
    assert data_set.state == DataSetState.CLOSED
    assert Review.objects.get(subject_uid=data_set.uid).remark == "写明取水口位置。"
    with pytest.raises(WrongState):
        open_up(data_set.uid, reviewer())


def test_another_field_needs_another_review(city, monkeypatch):
    opened()
    monkeypatch.setattr(models, "FIELDS", [*FIELDS, replace(FIELDS[0], name="another")])
    with pytest.raises(NotFound):
        queries.opened(city.yz)


def test_from_the_desk_to_the_public_page(city):
    desk = "/500103/open-data/desk/"
    assert "尚未整批开放" in client_of().get("/500103/open-data/").content.decode()
    assert client_of(discloser()).post(f"{desk}send/").status_code == 422
    client_of(discloser()).post(f"{desk}send/", {"assessment": "没有风险。"})
    assert "没有风险" in client_of(reviewer()).get(desk).content.decode()
    client_of(reviewer()).post(f"{desk}pass/", {"remark": ""})
    page = client_of().get("/500103/open-data/").content.decode()
    assert "按条件导出" in page
    assert "grantee_code" in page
    client_of(reviewer()).post(f"{desk}close/")
    assert "尚未整批开放" in client_of().get("/500103/open-data/").content.decode()
