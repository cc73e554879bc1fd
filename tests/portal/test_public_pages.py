"""What the portal itself says: doors, halls, footer, page tags."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from hall.portal.places import Place
from hall.portal.templatetags.hall import crumbs, day, moment, pub_date, triples
from hall.portal.views import pages
from tests.cast import City

TEMPLATES = Path(settings.BASE_DIR) / "templates"
PAGES = ["/", "/help/", "/sitemap/", "/accessibility/", "/halls/", "/styleguide/"]


@pytest.mark.parametrize("address", PAGES)
def test_each_page_has_one_first_heading(city: City, client: Client, address: str) -> None:
    assert client.get(address).content.decode().count("<h1") == 1


@pytest.mark.parametrize("address", PAGES)
def test_no_page_needs_inline_script_or_style(city: City, client: Client, address: str) -> None:
    text = client.get(address).content.decode()
    assert ' style="' not in text
    assert "<script>" not in text
    assert "onclick" not in text


def test_home_opens_two_doors(city: City, client: Client) -> None:
    text = client.get("/").content.decode()
    assert "个人服务" in text
    assert "法人服务" in text


def test_the_doors_lead_to_themes(city: City, client: Client) -> None:
    assert f"{reverse('catalogue:list')}?audience=person&amp;topic=" in client.get("/").content.decode()


def test_home_searches_the_items(city: City, client: Client) -> None:
    assert f'action="{reverse("catalogue:list")}"' in client.get("/").content.decode()


def test_every_open_hall_can_be_reached(city: City, client: Client) -> None:
    text = client.get("/halls/").content.decode()
    assert 'href="/500103/"' in text
    assert 'href="/"' in text


def test_a_division_that_ended_is_not_offered(city: City, client: Client) -> None:
    assert 'href="/500105/"' not in client.get("/halls/").content.decode()


def test_switching_is_the_same_from_inside_a_hall(city: City, client: Client) -> None:
    assert 'href="/500101/"' in client.get("/500103/halls/").content.decode()


def test_the_footer_is_that_of_the_hall(city: City, client: Client) -> None:
    text = client.get("/500103/help/").content.decode()
    for said in (city.yz.sponsor, city.yz.contact, city.yz.site_code, city.yz.icp_no, city.yz.psb_no):
        assert said
        assert said in text


def test_page_tags_name_the_site(city: City, client: Client) -> None:
    text = client.get("/500103/").content.decode()
    assert f'<meta name="SiteName" content="{city.yz.name}">' in text
    assert f'<meta name="SiteIDCode" content="{city.yz.site_code}">' in text


def test_the_demonstration_says_so_on_every_page(city: City, client: Client) -> None:
    assert "演示站点" in client.get("/help/").content.decode()


def test_a_real_site_does_not_call_itself_a_demonstration(city: City, client: Client, settings) -> None:
    settings.HALL_DEMO = False
    assert "演示站点" not in client.get("/help/").content.decode()


def test_pages_speak_chinese_to_browsers_without_a_wish(city: City, client: Client) -> None:
    assert '<html lang="zh-CN"' in client.get("/").content.decode()


def test_breadcrumbs_end_with_the_page_itself() -> None:
    assert crumbs("帮助", "portal:help", "细节")["crumbs"] == [("帮助", "/help/"), ("细节", "")]


def test_dates_of_nothing_are_nothing() -> None:
    assert (moment(None), day(None), pub_date(None)) == ("", "", "")


def test_a_pair_has_no_address() -> None:
    assert triples([("a", "b"), ("c", "d", "/e/")]) == [("a", "b", ""), ("c", "d", "/e/")]


def test_districts_come_before_counties_and_autonomous_counties(
    city: City, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = ["自治县", "县", "市辖区"]
    every = [Place(f"{kind}甲", kind, f"50010{number}", f"/50010{number}/", False) for number, kind in enumerate(kinds)]
    monkeypatch.setattr(pages, "places", lambda: every)
    text = client.get("/halls/").content.decode()
    places = [text.index(f"<h2>{kind}</h2>") for kind in ("市辖区", "县", "自治县")]
    assert places == sorted(places)


def test_no_template_prints_a_comment(city: City) -> None:
    """Django ends such a comment at the end of its line: a second line would stand on the page."""
    lines = ((path, line) for path in TEMPLATES.rglob("*.html") for line in path.read_text().splitlines())
    assert [path.name for path, line in lines if line.count("{#") != line.count("#}")] == []
