"""Walking the site as a person does: every link of every page, without leaving a hall."""

import re
from collections import deque
from collections.abc import Iterator
from html import unescape

from django.test import Client

_LINK = re.compile(r'href="([^"#]+)')
_HALL = re.compile(r"^/(\d{6})/")


def pages(browser: Client, *starts: str, limit: int = 90) -> Iterator[tuple[str, str]]:
    """Address and text of each page that can be reached, the starts first."""
    waiting, known = deque(starts), set(starts)
    home = {_hall(start) for start in starts}
    while waiting and limit:
        address, limit = waiting.popleft(), limit - 1
        response = browser.get(address, follow=True)
        assert response.status_code < 500, address
        text = "" if response.streaming else response.content.decode(errors="replace")
        yield address, text
        for link in map(unescape, _LINK.findall(text)):
            path = link if link.startswith("/") else address.partition("?")[0] + link if link[0] == "?" else ""
            if path and path not in known and _hall(path) in home and not path.startswith("/static/"):
                known.add(path)
                waiting.append(path)


def _hall(address: str) -> str:
    match = _HALL.match(address)
    return match[1] if match else ""
