"""A refusal anywhere makes the right page: status, words, what happened, what was typed, the way on."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from hall import errors
from hall.portal.refusals import page
from tests.cast import City


def refused(refusal: errors.Refused, typed: dict[str, str] | None = None, came_from: str = "") -> HttpResponse:
    factory = RequestFactory(HTTP_REFERER=came_from)
    return page(factory.post("/apply/", typed) if typed else factory.get("/apply/"), refusal)


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (errors.Invalid("日期不存在"), 400),
        (errors.NotAllowed("不是您的岗位"), 403),
        (errors.NotFound("没有这一办件"), 404),
        (errors.WrongState("已经受理"), 409),
        (errors.TooLate("期限已过"), 409),
        (errors.TooLarge("超过 10 MB"), 413),
        (errors.Incomplete("缺少材料"), 422),
        (errors.TooMany("次数过多", retry_after=90), 429),
    ],
)
def test_each_refusal_has_its_status_and_its_words(city: City, refusal: errors.Refused, status: int) -> None:
    answer = refused(refusal)
    assert answer.status_code == status
    assert str(refusal.message) in answer.content.decode()


def test_problems_of_fields_are_listed(city: City) -> None:
    answer = refused(errors.Invalid("有误", fields={"uscc": ["第 18 位不符"]}))
    assert "第 18 位不符" in answer.content.decode()


def test_what_happened_meanwhile_is_told(city: City) -> None:
    answer = refused(errors.WrongState("已经受理", happened=["09:12 王五予以受理"]))
    assert "09:12 王五予以受理" in answer.content.decode()


def test_too_many_tries_say_when_to_come_back(city: City) -> None:
    answer = refused(errors.TooMany("次数过多", retry_after=90))
    assert answer["Retry-After"] == "90"
    assert "请在 2 分钟后再试" in answer.content.decode()


def test_what_was_typed_is_shown_back(city: City) -> None:
    text = refused(errors.WrongState("已经受理"), {"opinion": "同意，材料齐全。"}).content.decode()
    assert "同意，材料齐全。" in text


@pytest.mark.parametrize("secret", ["password", "new_password1", "csrfmiddlewaretoken", "query_code"])
def test_secrets_are_never_shown_back(city: City, secret: str) -> None:
    assert "hunter2hunter2" not in refused(errors.Invalid("有误"), {secret: "hunter2hunter2"}).content.decode()


def test_what_was_typed_cannot_become_markup(city: City) -> None:
    assert "<script>x" not in refused(errors.Invalid("有误"), {"opinion": "<script>x"}).content.decode()


def test_the_way_back_leads_to_the_form(city: City) -> None:
    here = refused(errors.Invalid("有误"), {"a": "b"}, came_from="http://testserver/apply/1/")
    assert 'href="http://testserver/apply/1/"' in here.content.decode()


def test_the_way_back_never_leads_to_another_site(city: City) -> None:
    away = refused(errors.Invalid("有误"), {"a": "b"}, came_from="https://elsewhere.example/")
    assert "elsewhere.example" not in away.content.decode()


def test_a_refusal_is_never_cached(city: City) -> None:
    assert refused(errors.NotFound("没有"))["Cache-Control"] == "no-store"


def test_a_view_that_refuses_makes_the_page(city: City, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise errors.TooLate("申请期限已过")

    monkeypatch.setattr("hall.portal.views.pages.places", refuse)
    answer = client.get("/sitemap/")
    assert answer.status_code == 409
    assert "申请期限已过" in answer.content.decode()


def test_what_the_page_itself_sent_is_not_shown_as_typed(city: City) -> None:
    text = refused(errors.WrongState("已经受理"), {"version": "1", "do": "next"}).content.decode()
    assert "您刚才填写的内容" not in text
