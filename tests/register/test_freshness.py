"""A correction shows at once in our own pages, and within a minute in shared caches."""

import pytest

from tests.cast import client_of
from tests.register.making import entered, of_person
from tracking.register.actions import name_licence, restate
from tracking.register.models import Record, RecordStatus

pytestmark = pytest.mark.django_db
PAGES = ["/register/", "/register/{uid}/", "/register/suggestions/?q=清泉"]
ADDRESSES = [*PAGES, "/api/v1/records/", "/api/v1/records/{uid}/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_shared_cache_keeps_it_for_a_minute_and_a_browser_asks_each_time(city, address):
    response = client_of().get(address.format(uid=entered().uid))
    told = dict(part.strip().partition("=")[::2] for part in response["Cache-Control"].split(","))
    assert (told["max-age"], int(told["s-maxage"]) <= 60) == ("0", True)


def test_what_a_signed_in_reader_sees_is_kept_by_nobody(city, company_qingquan):
    for address in ADDRESSES:
        response = client_of(company_qingquan).get(address.format(uid=entered().uid))
        assert "no-store" in response["Cache-Control"]


def test_pages_of_different_frames_are_kept_apart(city):
    assert {"Cookie", "Accept-Language"} <= set(client_of().get("/register/")["Vary"].split(", "))


def test_list_search_page_and_api_show_a_change_at_once(city):
    record = entered()
    name_licence(record.source_uid, name="卫生许可证", number="渝卫证第777号")
    restate(record.uid, status=RecordStatus.REVOKED, valid_to=None)
    assert "已撤销" in client_of().get("/register/", {"q": "渝卫证第777"}).content.decode()
    assert "已撤销" in client_of().get(f"/register/{record.uid}/").content.decode()
    assert client_of().get("/api/v1/records/", {"q": "卫证第777"}).json()["results"][0]["status"] == "revoked"


def test_a_record_that_is_gone_is_gone_everywhere_at_once(city):
    record = entered()
    client_of().get("/register/", {"q": "清泉"})
    Record.objects.filter(pk=record.pk).delete()
    assert record.document_number not in client_of().get("/register/", {"q": "清泉"}).content.decode()
    assert client_of().get(f"/register/{record.uid}/").status_code == 404


def test_a_person_s_record_is_kept_out_of_search_engines_over_the_api_too(city):
    assert client_of().get(f"/api/v1/records/{of_person().uid}/")["X-Robots-Tag"] == "noindex, nofollow"


def test_a_refusal_of_the_api_is_kept_by_nobody(city):
    assert "public" not in client_of().get("/api/v1/records/", {"before": "x"}).get("Cache-Control", "")
