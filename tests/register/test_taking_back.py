"""A record is corrected, taken back or comes again: the public reads the new words, or none, wherever it looks."""

from dataclasses import replace as with_other
from datetime import date, timedelta
from typing import Any

import pytest

from hall.clock import today
from hall.errors import WrongState
from tests.cast import client_of
from tests.register.making import entered, of_person, publication
from tracking.register.actions import enter
from tracking.register.changing import replace, restore, take_back
from tracking.register.models import (
    Record,
    RecordChange,
    RecordChangeKind,
    RecordChangeReason,
    RecordStatus,
    TakenBack,
)
from tracking.register.telling import Moment, tell_standings

pytestmark = pytest.mark.django_db
WRONG = "负责人电话见附件"
# Wherever somebody could come upon a record.
LISTS = ["/", "/register/", "/register/?q=清泉", "/register/?q=附件&where=content", "/feed.atom", "/sitemap-1.xml",
         "/register/suggestions/?q=清泉", "/api/v1/records/", "/500103/register/"]  # fmt: skip


def shown(address: str, status: int = 200) -> str:
    response = client_of().get(address)
    assert response.status_code == status
    return "".join(map(bytes.decode, response))


def corrected(reason: RecordChangeReason = RecordChangeReason.CLERICAL, **words: Any) -> Record:
    wrong = publication(content=f"准予经营沐浴场所，{WRONG}。")
    enter(wrong)
    return replace(wrong, with_other(wrong, content="准予经营沐浴场所。", **words), reason=reason)


def test_the_wrong_words_are_nowhere_and_the_trail_says_why_in_safe_words(city):
    record = corrected()
    page = shown(f"/register/{record.uid}/")
    assert ("更正记录" in page, "文字或者数据有误" in page, "准予经营沐浴场所。" in page) == (True, True, True)
    for address in [*LISTS, f"/register/{record.uid}/", f"/api/v1/records/{record.uid}/"]:
        assert WRONG not in shown(address)
    assert record.document_number not in shown("/register/?q=附件&where=content")


def test_what_a_licence_s_life_moved_since_stays_through_a_correction(city):
    wrong = publication()
    record = enter(wrong)
    Record.objects.filter(pk=record.pk).update(status=RecordStatus.RENEWED, valid_to=date(2034, 11, 19))
    now = replace(wrong, with_other(wrong, content="准予经营。"), reason=RecordChangeReason.CLERICAL)
    assert (now.status, now.valid_to) == (RecordStatus.RENEWED, date(2034, 11, 19))


def test_a_withheld_part_is_said_to_be_withheld_and_on_which_ground(city):
    record = corrected(RecordChangeReason.SCOPE, part_ground="TRADE_SECRET")
    page = shown(f"/register/{record.uid}/")
    assert "部分内容依法不予公开，理由：商业秘密" in page
    assert RecordChange.objects.get().kind == RecordChangeKind.PART_WITHHELD


def test_what_was_taken_back_is_found_nowhere_and_its_page_says_that_it_is_gone(city):
    record = entered(content=f"准予经营，{WRONG}。")
    take_back(record.uid, reason=RecordChangeReason.SCOPE)
    for address in LISTS:
        told = shown(address)
        assert (record.document_number in told, WRONG in told, str(record.uid) in told) == (False, False, False)
    page = shown(f"/register/{record.uid}/", status=410)
    assert "撤下，不再公开" in page
    assert record.grantee not in page
    assert client_of().get(f"/api/v1/records/{record.uid}/").json()["code"] == "gone"


def test_gone_is_kept_by_no_cache_because_it_may_come_again(city):
    record = entered()
    take_back(record.uid, reason=RecordChangeReason.MISTAKE)
    for address in (f"/register/{record.uid}/", f"/api/v1/records/{record.uid}/"):
        assert client_of().get(address)["Cache-Control"] == "no-store"


def test_a_person_s_record_is_as_if_it_had_never_been(city):
    record = of_person()
    take_back(record.uid, reason=RecordChangeReason.SCOPE)
    assert "撤下" not in shown(f"/register/{record.uid}/", status=404)
    assert client_of().get("/api/v1/records/taken-back/").json()["results"] == []


def test_holders_of_the_data_learn_what_to_delete_by_identifier_and_day_alone(city):
    first, second = entered(), entered()
    for one in (first, second):
        take_back(one.uid, reason=RecordChangeReason.SCOPE)
    told = client_of().get("/api/v1/records/taken-back/", {"since": today().isoformat()}).json()
    assert told == {
        "next": "",
        "results": [{"uid": str(one.uid), "taken_back_on": today().isoformat()} for one in (first, second)],
    }
    later = (today() + timedelta(days=1)).isoformat()
    assert client_of().get("/api/v1/records/taken-back/", {"since": later}).json()["results"] == []
    assert client_of().get("/api/v1/records/taken-back/", {"since": "gestern"}).status_code == 400
    assert client_of().get("/500101/api/v1/records/taken-back/").json()["results"] == [], "another hall's"


def test_it_comes_again_under_its_address_and_number(city):
    told = publication()
    record = enter(told)
    take_back(record.uid, reason=RecordChangeReason.MISTAKE)
    again = restore(with_other(told, content="准予经营。"))
    assert (again.uid, again.index_number, again.content) == (record.uid, record.index_number, "准予经营。")
    assert not TakenBack.objects.exists()
    page = shown(f"/register/{record.uid}/")
    assert [one in page for one in ("撤下", "重新公示", "经重新审查")] == [True, True, True]


def test_what_is_there_is_not_restored_and_what_is_gone_is_not_corrected(city):
    told = publication()
    with pytest.raises(WrongState):
        restore(told)
    with pytest.raises(WrongState):
        replace(told, told, reason=RecordChangeReason.CLERICAL)
    assert take_back(told.source_uid, reason=RecordChangeReason.SCOPE) is None


def moved() -> Record:
    record = entered(decided_on=date(2026, 1, 5))
    moments = [
        Moment(date(2026, 1, 5), RecordStatus.VALID, date(2026, 6, 1), "渝中卫健许准字〔2026〕第1号"),
        Moment(date(2026, 5, 1), RecordStatus.RENEWED, date(2030, 6, 1), "渝中卫健许续字〔2026〕第2号"),
        Moment(date(2026, 9, 1), RecordStatus.REVOKED, date(2030, 6, 1), "渝中卫健许撤字〔2026〕第3号"),
    ]
    tell_standings(record.uid, moments)
    tell_standings(record.uid, moments)
    return record


def test_the_page_tells_each_standing_with_its_day_and_paper(city):
    page = shown(f"/register/{moved().uid}/")
    for told in ("已延续", "已撤销", "渝中卫健许续字〔2026〕第2号", "渝中卫健许撤字〔2026〕第3号"):
        assert page.count(told) >= 1
    assert page.count("渝中卫健许撤字〔2026〕第3号") == 1, "told twice it is one history"


@pytest.mark.parametrize(
    ("day", "status"), [("2026-01-05", "有效"), ("2026-05-01", "已延续"),
                        ("2026-08-31", "已延续"), ("2026-09-01", "已撤销")]
)  # fmt: skip
def test_any_day_shows_the_status_of_that_day(city, day, status):
    response = client_of().get(f"/register/{moved().uid}/", {"on": day})
    assert f"当日状态：{status}。" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex, nofollow"


NO_DAYS = ["2026-13-01", "gestern", "20260105", "2026-02-30", "2026-1-5", "0000-00-00", "\0"]
OUTSIDE = ["2026-01-04", "2999-01-01"]


@pytest.mark.parametrize("day", NO_DAYS + OUTSIDE)
def test_a_day_that_is_none_or_lies_outside_is_refused_in_words(city, day):
    response = client_of().get(f"/register/{moved().uid}/", {"on": day})
    assert response.status_code == 400
    assert any(word in response.content.decode() for word in ("年-月-日", "今天和以前", "还没有作出"))


def test_an_earlier_day_shows_the_corrected_words_and_says_so(city):
    record = corrected()
    Record.objects.filter(pk=record.pk).update(decided_on=date(2026, 1, 5))
    page = shown(f"/register/{record.uid}/?on=2026-01-06")
    assert "以下正文是更正后的内容" in page
    assert WRONG not in page
    assert "当日没有公示。" in page, "it was published later"
    assert "第 2 版" in shown(f"/register/{record.uid}/?on={today().isoformat()}")
