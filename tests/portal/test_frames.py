"""Home and 我的空间 are frames: their panels are named in settings and drawn where they are installed."""

from django.http import HttpRequest
from django.test import Client

from hall.accounts.models import User
from hall.portal import panels
from hall.portal.panels import Panel
from tests.cast import City, client_of


def greeting(request: HttpRequest) -> Panel:
    """A panel as an upper app would make it."""
    return Panel("问候", "components/notice.html", {"text": "早上好"}, more_url="/help/", more_text="更多")


def silent(request: HttpRequest) -> None:
    """A panel with nothing to say to this reader."""


def named(monkeypatch, **makers: object) -> list[str]:
    """Panels are made by apps; the style guide's own module lends its place."""
    for name, maker in makers.items():
        monkeypatch.setattr(panels, name, maker, raising=False)
    return [f"hall.portal.panels.{name}" for name in makers]


def test_home_draws_its_panels(city: City, client: Client, settings, monkeypatch) -> None:
    settings.HALL_HOME_PANELS = named(monkeypatch, greeting=greeting)
    text = client.get("/").content.decode()
    assert "早上好" in text
    assert '<a href="/help/">更多</a>' in text


def test_a_silent_panel_leaves_no_frame(city: City, client: Client, settings, monkeypatch) -> None:
    settings.HALL_HOME_PANELS = named(monkeypatch, silent=silent)
    assert client.get("/").status_code == 200


def test_a_panel_of_an_absent_app_is_left_out(city: City, client: Client, settings) -> None:
    settings.HALL_HOME_PANELS = ["nowhere.panels.figures"]
    assert client.get("/").status_code == 200


def test_my_space_draws_its_panels(city: City, applicant_zhang: User, settings, monkeypatch) -> None:
    settings.HALL_SPACE_PANELS = named(monkeypatch, greeting=greeting)
    assert "早上好" in client_of(applicant_zhang).get("/space/").content.decode()


def test_an_empty_space_says_what_will_come(city: City, applicant_zhang: User, settings) -> None:
    settings.HALL_SPACE_PANELS = []
    assert "这里还没有内容" in client_of(applicant_zhang).get("/space/").content.decode()


def test_my_space_is_never_cached(city: City, applicant_zhang: User, settings) -> None:
    settings.HALL_SPACE_PANELS = []
    assert client_of(applicant_zhang).get("/space/")["Cache-Control"] == "no-store"
