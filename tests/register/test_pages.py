"""The public pages and their API: no sign-in, the standard header, nothing of a case."""

from html import unescape

import pytest

from hall.uids import uid7
from tests.cast import client_of
from tests.register.making import entered, of_person

pytestmark = pytest.mark.django_db


def read(path, status=200) -> str:
    response = client_of().get(path)
    assert response.status_code == status
    return unescape(response.content.decode())


def test_anybody_reads_the_list(city):
    record = entered()
    page = read("/register/")
    assert record.grantee in page
    assert record.document_number in page
    assert "共 1 条" in page


def test_a_record_has_the_header_of_a_disclosed_document(city):
    record = entered()
    page = read(f"/register/{record.uid}/")
    labels = ["索引号", "发文字号", "主题分类", "体裁分类", "发布机构", "有效性", "成文日期", "发布日期"]
    assert all(label in page for label in labels)
    assert record.index_number in page
    assert "2026年11月20日" in page
    assert 'name="ArticleTitle"' in page


def test_a_person_s_page_is_kept_out_of_search_engines(city):
    person, company = of_person(), entered()
    response = client_of().get(f"/register/{person.uid}/")
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert 'content="noindex, nofollow"' in response.content.decode()
    assert "X-Robots-Tag" not in client_of().get(f"/register/{company.uid}/").headers


def robots_of(path: str) -> str:
    """What an answer tells search engines, by header and, in a page, by its head; the two agree."""
    response = client_of().get(path)
    told = response.headers.get("X-Robots-Tag", "")
    if "text/html" in response["Content-Type"] and "<head>" in response.content.decode():
        assert ('name="robots"' in response.content.decode()) == bool(told)
        assert (f'content="{told}"' in response.content.decode()) == bool(told)
    return told


def test_search_engines_keep_no_search_no_later_page_and_no_list_of_a_single_hall(city, monkeypatch):
    monkeypatch.setattr("tracking.register.queries.PAGE", 1)
    company = entered()
    entered()
    later = client_of().get("/register/").context["older"]
    assert robots_of("/register/") == ""
    for path in ("/register/?q=清泉", "/register/?kind=licence", "/register/?x=1", f"/register/{later}"):
        assert robots_of(path) == "noindex, follow", path
    assert robots_of("/500103/register/") == "noindex, follow"
    assert robots_of("/register/suggestions/?q=清泉") == "noindex, follow"
    assert robots_of("/api/v1/records/") == "noindex, follow"
    assert robots_of(f"/500103/register/{company.uid}/") == ""


def test_a_list_that_names_a_person_is_kept_by_no_search_engine(city):
    entered()
    person = of_person()
    assert robots_of("/register/") == "noindex, follow"
    assert f'{person.uid}/" rel="nofollow"' in read("/register/")
    assert f'{person.uid}/" rel="nofollow"' in read("/")


def test_a_record_has_one_address_for_search_engines_under_whatever_hall_it_is_read(city, settings):
    settings.HALL_BASE_URL = "https://hall.example.org"
    company, person = entered(), of_person()
    link = f'<link rel="canonical" href="https://hall.example.org/register/{company.uid}/">'
    assert link in read(f"/register/{company.uid}/")
    assert link in read(f"/500103/register/{company.uid}/")
    assert "canonical" not in read(f"/register/{person.uid}/")
    assert "canonical" not in read("/register/?q=清泉")
    person.delete()
    assert '<link rel="canonical" href="https://hall.example.org/register/">' in read("/register/")


def test_a_penalty_is_called_a_penalty(city):
    entered()
    words = {"document_name": "行政处罚决定书", "document_number": "渝环罚〔2026〕1号", "content": "处以罚款。"}
    penalty = entered(kind="penalty", item_name="违法排放水污染物案", **words)
    both, penalties, licences = (read(f"/register/{query}") for query in ("", "?kind=penalty", "?kind=licence"))
    assert "<h1>行政许可和行政处罚结果公示</h1>" in both
    assert "<h1>行政处罚结果公示</h1>" in penalties
    assert "<h1>行政许可结果公示</h1>" in licences
    assert "行政许可结果公示" not in both + penalties
    assert '<span class="tag">行政处罚</span>' in both
    assert '<span class="tag">行政处罚</span>' not in licences
    page = read(f"/register/{penalty.uid}/")
    assert all(word in page for word in ("处罚决定", "处罚内容", "处罚机关"))
    assert not any(word in page for word in ("许可决定", "许可内容", "许可机关"))
    assert "行政处罚：违法排放水污染物案" in client_of().get("/feed.atom").content.decode()


def test_another_district_s_record_is_not_on_this_site(city):
    record = entered()
    assert record.grantee in read(f"/500103/register/{record.uid}/")
    assert record.grantee not in read(f"/500101/register/{record.uid}/", status=404)
    assert record.grantee not in read("/500101/register/")
    assert client_of().get(f"/500101/api/v1/records/{record.uid}/").status_code == 404


@pytest.mark.parametrize(
    "query",
    ["?before=x", "?after=2026-11-02", "?decided_from=2026-02-30", "?decided_from=2026-11-02&decided_to=2026-11-01"],
)
def test_what_cannot_be_read_is_told(city, query):
    entered()
    read(f"/register/{query}", status=400)
    assert client_of().get(f"/api/v1/records/{query.replace('after', 'before')}").status_code == 400


def test_nothing_found_offers_a_way_on(city):
    entered()
    page = read("/register/?q=不存在的单位")
    assert "没有找到符合条件的公示" in page
    assert "查看全部公示" in page


def test_an_unknown_record_is_not_found(city):
    read(f"/register/{uid7()}/", status=404)
    assert client_of().get(f"/api/v1/records/{uid7()}/").status_code == 404


def test_neighbouring_pages_keep_the_filters(city, monkeypatch):
    monkeypatch.setattr("tracking.register.queries.PAGE", 1)
    for _number in range(3):
        entered()
    first = client_of().get("/register/", {"q": "清泉"})
    second = client_of().get("/register/" + first.context["older"])
    assert "q=%E6%B8%85%E6%B3%89" in first.context["older"]
    assert first.context["newer"] == ""
    assert second.context["newer"].startswith("?q=")
    back = client_of().get("/register/" + second.context["newer"])
    assert back.context["page"].records == first.context["page"].records


def test_the_home_page_shows_the_newest(city):
    record = entered()
    assert f"/register/{record.uid}/" in read("/")


def test_the_api_gives_the_same_rows_by_cursor(city, monkeypatch):
    monkeypatch.setattr("tracking.register.queries.PAGE", 1)
    first, second = entered(), of_person()
    page = client_of().get("/api/v1/records/").json()
    rest = client_of().get("/api/v1/records/", {"before": page["next"]}).json()
    numbers = [row["document_number"] for row in page["results"] + rest["results"]]
    assert numbers == [second.document_number, first.document_number]
    assert (page["count"], rest["next"]) == ("2", "")


def test_the_api_tells_no_more_than_the_page(city):
    person = of_person()
    row = client_of().get(f"/api/v1/records/{person.uid}/").json()
    assert row["grantee"] == "张**"
    assert not {"id", "source_uid", "search_text"} & set(row)


def test_an_empty_register_does_not_blame_the_search(city):
    assert "还没有公示记录" in read("/register/")
    assert "没有找到符合条件的公示" in read("/register/?q=浴室")
