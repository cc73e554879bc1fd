"""robots.txt, the site map in parts, and the feed of what was published: streamed, cached for a minute by anybody."""

from collections.abc import Iterator
from uuid import UUID
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from hall.clock import local_date
from hall.errors import NotFound
from hall.organisations.models import Hall
from hall.organisations.requests import hall_of
from hall.throttling.streams import flows
from hall.uids import row_after
from tracking.opendata import crawling
from tracking.opendata.dictionary import row_of
from tracking.register.models import Record
from tracking.register.seen_by_engines import canonical

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
# What is behind an account, what is made for one visitor, and lists, whose pages may name persons by their surname.
_CLOSED = (
    "accounts/",
    "apply/",
    "desk/",
    "space/",
    "messages/",
    "track/",
    "open-data/export/",
    "register/?",
    "register/suggestions/",
    "papers/",
)
_minute = cache_control(public=True, max_age=60)


@require_safe
@_minute
def robots(request: HttpRequest) -> HttpResponse:
    # Under every hall's prefix as well: crawlers read the rules of the root alone (RFC 9309).
    closed = "".join(f"Disallow: {prefix}{path}\n" for prefix in ("/", "/*/") for path in _CLOSED)
    text = f"User-agent: *\n{closed}\nSitemap: {canonical('crawling:index')}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _whole(path: str) -> str:
    """An absolute address, which feed and site map need."""
    return settings.HALL_BASE_URL.rstrip("/") + path


@require_safe
@_minute
def index(request: HttpRequest) -> HttpResponse:
    numbers = crawling.parts(hall_of(request))
    places = "".join(f"<sitemap><loc>{_whole(reverse('crawling:part', args=[one]))}</loc></sitemap>" for one in numbers)
    return HttpResponse(f"{_XML}<sitemapindex {_MAP}>{places}</sitemapindex>", content_type="application/xml")


@require_safe
@_minute
def part(request: HttpRequest, number: int) -> StreamingHttpResponse:
    rows = crawling.part(hall_of(request), number)
    if rows is None:
        raise NotFound(_("没有这一卷站点地图。"))
    # Reversed once, for the rows are written after the request.
    stem = canonical("register:record", UUID(int=0)).replace(f"{UUID(int=0)}/", "")

    def pieces() -> Iterator[str]:
        yield f"{_XML}<urlset {_MAP}>"
        for uid, published in rows:
            yield f"<url><loc>{stem}{uid}/</loc><lastmod>{local_date(published).isoformat()}</lastmod></url>"
        yield "</urlset>"

    return flows(lambda: StreamingHttpResponse(pieces(), content_type="application/xml"))


@require_safe
@_minute
def feed(request: HttpRequest) -> HttpResponse:
    """Atom (RFC 4287), newest first; the page before is linked as RFC 5005 says."""
    hall = hall_of(request)
    found = crawling.newest(hall, crawling.record_before(hall, row_after(request.GET.get("before", ""))))
    with override("zh-hans"):
        made = _feed(hall, found)
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


class PagedAtom(Atom1Feed):
    """Atom with the address of the older page."""

    def add_root_elements(self, handler: "object") -> None:
        super().add_root_elements(handler)  # type: ignore[arg-type]
        if older := self.feed["older"]:
            handler.addQuickElement("link", "", {"rel": "next", "href": older})  # type: ignore[attr-defined]


def _feed(hall: Hall, found: list[Record]) -> PagedAtom:
    here = reverse("crawling:feed")
    older = _whole(f"{here}?before={found[-1].uid}") if len(found) == crawling.FEED else ""
    made = PagedAtom(
        title=f"{hall.name}：{_('行政许可和行政处罚结果公示')}",
        link=_whole(reverse("register:list")),
        description="",
        language="zh-CN",
        feed_url=_whole(here),
        older=older,
    )
    for record in found:
        row = row_of(record)
        made.add_item(
            title=f"{record.get_kind_display()}：{row['item_name']}：{row['grantee']}",
            link=_whole(reverse("register:record", args=[record.uid])),
            description=escape(row["content"] or ""),
            unique_id=record.uid.urn,
            author_name=row["issuer_name"],
            pubdate=record.published_at,
            updateddate=record.changed_at,
        )
    return made
