"""Strings are collected from code and templates, compiled, and missed when a language lacks them."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from pytest_django import Settings

from hall import translations

CODE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext_lazy

TITLE = _("我要办")
LONG = _(
    "请先"
    "登录"
)
DOOR = pgettext_lazy("noun", "门")
"""
TEMPLATE = """{% load i18n %}
<div>
    {% translate "办事指南" %}
  {% blocktranslate with name=x %}您好，{{ name }}{% endblocktranslate %}
</div>
"""


@pytest.fixture
def tree(tmp_path: Path, settings: Settings) -> Path:
    """A small project that offers English and has not begun to translate."""
    (tmp_path / "hall").mkdir()
    (tmp_path / "hall" / "portal.py").write_text(CODE)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "home.html").write_text(TEMPLATE)
    folder = tmp_path / "hall" / "locale" / "en" / "LC_MESSAGES"
    settings.BASE_DIR, settings.LOCALE_PATHS = tmp_path, [tmp_path / "hall" / "locale"]
    return folder / "django.po"


def translate(catalog: Path) -> None:
    catalog.write_text(f"{catalog.read_text()}\n".replace('msgstr ""\n\n', 'msgstr "word %(name)s"\n\n'))


def test_code_and_templates_are_read(tree: Path) -> None:
    assert sorted(translations.missing()["en"]) == sorted(["我要办", "请先登录", "门", "办事指南", "您好，%(name)s"])


def test_collecting_writes_each_string_once(tree: Path) -> None:
    translations.collect()
    translations.collect()
    assert tree.read_text().count('msgid "我要办"') == 1


def test_an_untranslated_string_fails_the_check(tree: Path) -> None:
    translations.collect()
    with pytest.raises(CommandError, match="5 strings are not translated"):
        call_command("translations", check=True)


def test_a_complete_catalog_passes_and_is_compiled(tree: Path) -> None:
    translations.collect()
    translate(tree)
    call_command("translations", check=True)
    assert tree.with_suffix(".mo").stat().st_size > 100


def test_a_string_that_nobody_uses_any_more_leaves_the_catalog(tree: Path) -> None:
    translations.collect()
    (tree.parents[3] / "portal.py").write_text("")
    translations.collect()
    assert "我要办" not in tree.read_text()
