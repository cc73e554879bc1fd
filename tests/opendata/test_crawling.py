"""Feed, site map and robots: organisations only, in parts that stay, and no way to a natural person."""

from uuid import UUID
from xml.etree import ElementTree

import pytest

from hall.uids import uid7
from tests.cast import client_of
from tests.opendata.making import body, opened
from tests.register.making import entered, of_person
from tracking.opendata import crawling
from tracking.opendata.tasks import begin_parts

pytestmark = pytest.mark.django_db
ATOM, MAP = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def tree(path: str) -> ElementTree.Element:
    response = client_of().get(path)
    assert response.status_code == 200
    return ElementTree.fromstring(body(response))


def places(path: str) -> list[str]:
    return [one.text or "" for one in tree(path).iter(f"{MAP}loc")]


def test_the_feed_tells_what_was_published_last_by_organisations(city):
    first, person, last = entered(), of_person(), entered(content="准予经营。<b>&")
    entries = tree("/500103/feed.atom").findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}id") for one in entries] == [last.uid.urn, first.uid.urn]
    assert str(person.uid) not in client_of().get("/500103/feed.atom").content.decode()
    (link,) = entries[0].findall(f"{ATOM}link")
    assert link.attrib["href"].endswith(f"/500103/register/{last.uid}/")
    assert entries[0].findtext(f"{ATOM}summary") == "准予经营。&lt;b&gt;&amp;"
    assert tree("/500101/feed.atom").findall(f"{ATOM}entry") == []
    assert 'type="application/atom+xml"' in client_of().get("/500103/register/").content.decode()


def test_older_entries_are_a_link_away(city, monkeypatch):
    monkeypatch.setattr(crawling, "FEED", 2)
    records = [entered() for _number in range(5)]
    seen, path = [], "/feed.atom"
    while path:
        page = tree(path)
        seen += [UUID(one.findtext(f"{ATOM}id")) for one in page.findall(f"{ATOM}entry")]
        older = [one.attrib["href"] for one in page.findall(f"{ATOM}link") if one.attrib.get("rel") == "next"]
        path = older[0].partition("://")[2].partition("/")[2] and "/" + older[0].split("/", 3)[3] if older else ""
    assert seen == [one.uid for one in reversed(records)]
    assert client_of().get("/feed.atom?before=x").status_code == 400


def test_the_site_map_lists_every_organisations_record_once_in_parts_that_stay(city, monkeypatch):
    monkeypatch.setattr(crawling, "PART", 3)
    records, person = [entered() for _number in range(7)], of_person()
    assert begin_parts() == 2 + 2
    assert begin_parts() == 0
    index = places("/500103/sitemap.xml")
    assert [one.rsplit("/", 1)[1] for one in index] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    parts = [places(f"/500103/sitemap-{number}.xml") for number in (1, 2, 3)]
    listed = [place.rstrip("/").rsplit("/", 1)[1] for part in parts for place in part]
    assert listed == [str(one.uid) for one in records]
    assert str(person.uid) not in listed
    # Each by its one address, also in the map of a single hall.
    assert parts[0][0].endswith(f"/register/{records[0].uid}/")
    assert "/500103/" not in "".join(parts[0])
    entered()
    assert [places(f"/500103/sitemap-{number}.xml") for number in (1, 2)] == parts[:2]
    assert client_of().get("/500103/sitemap-4.xml").status_code == 404


def test_a_part_never_holds_more_than_the_protocol_allows(city, monkeypatch):
    monkeypatch.setattr(crawling, "MOST", 2)
    for _number in range(3):
        entered()
    assert len(places("/sitemap-1.xml")) == 2


def test_robots_are_told_where_the_map_is_and_what_is_not_for_them(city):
    text = client_of().get("/robots.txt").content.decode()
    for closed in ("desk/", "register/?", "open-data/export/", "register/suggestions/"):
        assert f"Disallow: /{closed}\n" in text
        assert f"Disallow: /*/{closed}\n" in text
    assert text.rstrip().endswith("/sitemap.xml")
    assert client_of().get("/500103/robots.txt").content.decode() == text


def test_an_organisations_page_is_a_permit_to_schema_org_and_a_persons_is_not(city):
    record, person = entered(), of_person()
    page = client_of().get(f"/register/{record.uid}/").content.decode()
    assert 'itemtype="https://schema.org/GovernmentPermit"' in page
    assert '<meta itemprop="validUntil" content="2030-11-19">' in page
    assert "itemprop" not in client_of().get(f"/register/{person.uid}/").content.decode()
    assert client_of().get(f"/register/{uid7()}/").status_code == 404


def test_anybody_may_keep_them_for_a_minute(city):
    for path in ("/feed.atom", "/sitemap.xml", "/sitemap-1.xml", "/robots.txt"):
        assert client_of().get(path)["Cache-Control"] == "public, max-age=60"


def test_a_sign_that_xml_cannot_hold_breaks_no_feed(city):
    opened("500000")
    entered(content="准予\x0b经营。", item_name="公共\x0c场所卫生许可")
    assert "准予经营" in client_of().get("/feed.atom").content.decode()
