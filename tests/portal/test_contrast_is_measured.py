"""What is too pale is found wherever it stands, though of texts painted alike only some are measured."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page

from tests.browser import accessibility_problems
from tests.static_files import AXE

FINE = "<p>黑色的字，看得清楚。</p>" * 5
PALE = {
    "words of their own colour": f'{FINE}<p style="color:#aaa">浅灰色的字</p>{FINE}',
    "a ground of its own": f'{FINE}<div style="background:#444"><section>{FINE}</section></div>{FINE}',
    "see-through": f'{FINE}<div style="opacity:.4"><p>透明的字</p></div>{FINE}',
    "beside a shut button": f'<button disabled style="color:#aaa">不能按</button>{FINE}<button style="color:#aaa">能按',
    "after a sign": '<p style="color:#aaa">·</p><p style="color:#aaa">浅灰色的字</p><p style="color:#aaa">·</p>',
    "beside what is hidden": '<p hidden style="color:#aaa">看不见</p><p style="color:#aaa">浅灰色的字</p>',
    "a field": f'{FINE}<label>名称<input value="浅灰色的字" style="color:#bbb; background:#fff"></label>',
    "laid over something dark": f'{FINE}<p style="position:absolute; top:0; background:#333">{"黑色的字" * 3}</p>',
}


def test_pale_words_are_found_and_clear_ones_are_not(open_context: Callable[..., BrowserContext]) -> None:
    page = _page(open_context())
    assert _too_pale(page, FINE) == []
    assert [name for name, body in PALE.items() if not _too_pale(page, body)] == []


def test_what_was_pale_once_is_found_again(open_context: Callable[..., BrowserContext]) -> None:
    page = _page(open_context())
    pale = PALE["words of their own colour"]
    assert [bool(_too_pale(page, body)) for body in (pale, FINE, pale, FINE)] == [True, False, True, False]


def _page(context: BrowserContext) -> Page:
    """At an address of ours that has no policy about what is written into it."""
    page = context.new_page()
    page.goto(AXE)
    return page


def _too_pale(page: Page, body: str) -> list[str]:
    head = '<html lang="zh-CN"><title>字</title><body style="color:#111; background:#fff"><main><h1>字</h1>'
    page.set_content(head + body)
    return [problem for problem in accessibility_problems(page) if problem.startswith("color-contrast")]
