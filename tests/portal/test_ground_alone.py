"""The ground serves with no upper app installed: it never looks up."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from django.conf import settings
from django.test import Client, override_settings

from tests.cast import City

URLS = Path(settings.BASE_DIR) / "hall" / "urls.py"
GROUND = [app for app in settings.INSTALLED_APPS if app not in settings.UPPER_APPS]


def ground_urls() -> ModuleType:
    """The address book read anew, as an installation with these apps would read it."""
    spec = spec_from_file_location("ground_urls", URLS)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def ground(city: City):
    with override_settings(INSTALLED_APPS=GROUND), override_settings(ROOT_URLCONF=ground_urls()):
        yield Client()


@pytest.mark.parametrize("address", ["/", "/help/", "/sitemap/", "/halls/", "/accessibility/", "/styleguide/"])
def test_the_ground_serves_alone(ground: Client, address: str) -> None:
    assert ground.get(address).status_code == 200


def test_the_ground_has_no_door_to_upper_rooms(ground: Client) -> None:
    text = ground.get("/").content.decode()
    assert "我要查" not in text
    assert "/complaints/" not in text
