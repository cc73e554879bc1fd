"""Strangers who try the addresses of the register: each is answered or refused, and no cache gives it to others."""

import time

import pytest
from django.conf import settings

from hall.uids import uid7
from tests.cast import client_of
from tests.opendata.making import body, opened
from tests.register.making import entered
from tracking.disclosure.masking import public_text
from tracking.register.actions import restate
from tracking.register.models import RecordStatus

pytestmark = pytest.mark.django_db
UID = "01a21d02-c489-76dc-a11c-2aa1e8270376"
CURSORS = [
    f"r9_2026-11-20_{UID}",
    f"r0_2026-11-20_{UID}",
    f"0001-01-01_{UID}",
    f"9999-12-31_{UID}",
    f"2026-11-20_{UID}'--",
    f"２０２６-11-20_{UID}",
    "2026-11-20_" + "-" * 36,
    "x" * 5000,
    "%00",
]
PLACES = [
    "/register/?before={}",
    "/register/?after={}",
    "/register/?order=best&q=清泉&before={}",
    "/api/v1/records/?before={}",
    "/500103/api/v1/open-data/?after={}",
    "/500103/open-data/export/?format=csv&after={}",
    "/500103/open-data/manifest.json?before={}",
    "/feed.atom?before={}",
]


def test_no_forged_cursor_breaks_a_page(city):
    opened()
    entered()
    met = {place.format(told): client_of().get(place.format(told)) for place in PLACES for told in CURSORS}
    assert {address: one.status_code for address, one in met.items() if one.status_code not in (200, 400)} == {}
    for one in met.values():
        if one.status_code == 400:
            assert "public" not in one.get("Cache-Control", "")


@pytest.mark.parametrize(
    "address",
    [
        "/sitemap-99999999999999999999999999.xml",
        "/sitemap-0.xml",
        "/500103/open-data/offline/%2e%2e/revoked.jsonl",
        f"/500103/open-data/files/{UID}/",
        f"/999999/register/{UID}/",
    ],
)
def test_what_does_not_exist_is_not_found(city, address):
    opened()
    assert client_of().get(address).status_code == 404


def test_a_parameter_said_twice_is_one_filter_and_no_link_repeats_it(city, monkeypatch):
    monkeypatch.setattr("tracking.register.queries.PAGE", 1)
    for _number in range(3):
        entered()
    page = client_of().get("/register/?status=revoked&status=valid&before=&before=")
    assert page.context["page"].count == "3"
    assert page.context["older"].count("before=") == 1
    assert client_of().get("/register/?q=" + "&q=".join(["清泉"] * 200)).status_code == 200


def test_what_stands_in_an_address_beside_the_filters_is_repeated_in_no_link(city, monkeypatch):
    monkeypatch.setattr("tracking.register.queries.PAGE", 1)
    restate(entered().uid, status=RecordStatus.REVOKED, valid_to=None)
    entered()
    plain = client_of().get("/register/?q=清泉")
    stuffed = client_of().get("/register/?q=清泉&" + "&".join(f"evil{number}=1" for number in range(500)))
    assert stuffed.context["older"] == plain.context["older"]
    assert [choice.url for facet in stuffed.context["facets"] for choice in facet.choices] == [
        choice.url for facet in plain.context["facets"] for choice in facet.choices
    ]


def test_no_answer_for_everybody_sets_a_cookie_or_depends_on_what_a_cache_does_not_see(city):
    opened()
    record = entered()
    public = ["/register/", f"/register/{record.uid}/", "/feed.atom", "/sitemap.xml", "/robots.txt", "/api/v1/records/"]
    for address in public:
        for prefix in ("", "/500103"):
            plain = client_of().get(prefix + address)
            assert "public" in plain["Cache-Control"]
            assert not plain.cookies
            assert "csrfmiddlewaretoken" not in body(plain).decode()
            # A header that no cache keeps apart changes nothing.
            forged = {
                "HTTP_X_FORWARDED_HOST": "evil.example",
                "HTTP_X_FORWARDED_PREFIX": "/evil",
                "HTTP_X_ORIGINAL_URL": "/desk/",
                "HTTP_HX_REQUEST": "true",
            }
            told = client_of().get(prefix + address, **forged)  # type: ignore[arg-type]
            assert told.status_code == 200
            assert body(told) == body(client_of().get(prefix + address))
            assert b"evil" not in body(told)


def test_languages_and_halls_are_kept_apart_where_a_page_differs_by_them(city):
    record = entered()
    chinese = client_of().get(f"/register/{record.uid}/")
    english = client_of().get(f"/register/{record.uid}/", headers={"Accept-Language": "en"})
    assert chinese.content != english.content
    assert {"Accept-Language", "Cookie"} <= set(chinese["Vary"].split(", "))
    for address in ("/feed.atom", "/robots.txt", "/sitemap.xml"):
        answers = [client_of().get(address, headers={"Accept-Language": told}).content for told in ("zh", "en")]
        assert answers[0] == answers[1], address


def test_what_a_download_is_called_is_ours_alone(city):
    opened()
    entered(grantee='x"\r\nSet-Cookie: a=b')
    for kind in ("csv", "jsonl", "xlsx"):
        told = client_of().get(f"/500103/open-data/export/?format={kind}&name=evil%0d%0aX: y")
        assert told["Content-Disposition"] == f'attachment; filename="register-500103.{kind}"'
        assert told["X-Content-Type-Options"] == "nosniff"
        assert settings.SESSION_COOKIE_NAME not in told.cookies
    forged = f"/500103/open-data/export/?format=csv&after={uid7()}"
    assert client_of().get(forged).status_code == 400


def test_the_sweep_takes_no_longer_for_a_text_that_was_made_to_hold_it_up():
    hostile = ["1 ", "1-", "33", "a@", "渝A", "张 ", "b-"]
    for text in (*(piece * 20_000 for piece in hostile), "a@" + "b-" * 20_000, "a." * 20_000 + "@"):
        started = time.process_time()
        public_text(text, person="张小满")
        assert time.process_time() - started < 2
