"""Several at once from the queue: each row for itself, with what came of it, and safe to ask again."""

from html import unescape

import pytest
from django.db import OperationalError

from hall.uids import uid7
from tests.cast import client_of
from tests.disclosure.making import ID_NUMBER, PERSON, again, discloser, drafted, head, passed, reviewer, sent
from tests.disclosure.test_pages import read
from tests.factories.cases import staff_member
from tracking.disclosure.actions import several as module
from tracking.disclosure.actions.rewrite import rewrite
from tracking.disclosure.actions.several import several
from tracking.disclosure.lifecycle import DisclosureState
from tracking.register.models import Record

pytestmark = pytest.mark.django_db


def chosen(*disclosures):
    return [(one.uid, one.version) for one in disclosures]


def post(user, deed, *ticked):
    return client_of(user).post(f"/500103/disclosure/several/{deed}/", {"chosen": ticked})


def test_the_whole_road_is_walked_by_two_at_once(city):
    both = [drafted(), drafted(by=PERSON)]
    for deed, user in (("send", discloser()), ("pass", reviewer()), ("publish", head())):
        results = several(deed, chosen(*map(again, both)), user)
        assert [one.done for one in results] == [True, True]
    assert Record.objects.count() == 2


def test_the_ground_of_a_part_that_was_saved_is_sent_with_it(city):
    disclosure = drafted()
    words = {"grantee": disclosure.grantee, "content": disclosure.content, "part_ground": "TRADE_SECRET"}
    rewrite(disclosure.uid, discloser(), seen=disclosure.version, **words)
    (result,) = several("send", chosen(again(disclosure)), discloser())
    assert result.done
    assert again(disclosure).part_ground == "TRADE_SECRET"


def test_what_one_is_refused_holds_up_no_other(city):
    bad, good = sent(written=f"准予经营，{ID_NUMBER}。"), sent(by=PERSON)
    refused, done = several("pass", chosen(bad, good), reviewer())
    assert (refused.done, done.done) == (False, True)
    assert "请说明这一处为什么可以公开" in refused.told
    assert again(bad) == bad
    assert again(bad).version == bad.version
    assert again(good).state == DisclosureState.APPROVING


def test_asked_again_what_is_done_stays_done_and_says_by_whom(city):
    ticked = chosen(passed())
    several("publish", ticked, head())
    (again_asked,) = several("publish", ticked, head())
    assert not again_asked.done
    assert f"{head().name}：予以公示" in again_asked.told
    assert Record.objects.count() == 1


def test_four_eyes_hold_for_each_row(city):
    (result,) = several("publish", chosen(passed()), reviewer())
    assert "机关的负责人批准" in result.told
    assert not Record.objects.exists()


def test_a_row_of_another_hall_is_as_if_absent(city):
    disclosure = drafted()
    absent, foreign = several("send", [(uid7(), 1), *chosen(disclosure)], staff_member("wz-discloser"))
    assert absent == foreign
    assert foreign.disclosure is None
    assert again(disclosure).version == disclosure.version


def test_a_database_that_falters_loses_one_turn_and_nothing_else(city, monkeypatch):
    first, second = drafted(), drafted(by=PERSON)
    deed, done = module.DEEDS["send"]

    def falters(uid, user, *, seen):
        if uid == first.uid:
            raise OperationalError
        return deed(uid, user, seen=seen)

    monkeypatch.setitem(module.DEEDS, "send", (falters, done))
    lost, other = several("send", chosen(first, second), discloser())
    assert "可以再试一次" in lost.told
    assert other.done
    monkeypatch.undo()
    assert several("send", chosen(first), discloser())[0].done


def test_the_queue_offers_it_to_whose_work_it_is(city):
    disclosure = sent()
    ticked = f"{disclosure.uid}:{disclosure.version}"
    assert ticked in read(reviewer(), "/500103/disclosure/?scope=reviewing")
    assert ticked not in read(discloser(), "/500103/disclosure/?scope=reviewing")
    page = unescape(post(reviewer(), "pass", ticked, ticked).content.decode())
    assert "办成 1 份，没有办成 0 份" in page
    assert disclosure.document_number in page


@pytest.mark.parametrize(
    ("deed", "ticked", "status"),
    [("send", [], 422), ("send", ["x:1"], 400), ("send", [f"{uid7()}:x"], 400), ("withhold", [f"{uid7()}:1"], 400)],
)
def test_what_was_altered_on_the_way_is_told(city, deed, ticked, status):
    assert post(discloser(), deed, *ticked).status_code == status


def test_a_stranger_to_disclosure_may_not(city):
    disclosure = drafted()
    assert post(staff_member("yz-wj-window"), "send", f"{disclosure.uid}:{disclosure.version}").status_code == 403
    assert again(disclosure).version == disclosure.version
