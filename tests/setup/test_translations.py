"""Strings are collected from code and templates, compiled, and missed when a language lacks them or says less."""

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
LEFT = ngettext("还有%(count)d项", "还有%(count)d项", 2)
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


@pytest.fixture
def collected(tree: Path) -> Path:
    translations.collect()
    return tree


@pytest.fixture
def complete(collected: Path) -> Path:
    write(collected, 'msgstr ""\n\n', 'msgstr "word"\n\n')
    write(collected, 'msgid "您好，%(name)s"\nmsgstr "word"', 'msgid "您好，%(name)s"\nmsgstr "Hello, %(name)s"')
    write(collected, 'msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "%(count)d item"\nmsgstr[1] "%(count)d items"')
    return collected


def write(catalog: Path, old: str, new: str) -> None:
    header, entries = catalog.read_text().split("\n\n", 1)
    assert old in entries
    catalog.write_text(f"{header}\n\n{entries.replace(old, new)}")


def faults() -> list[str]:
    return translations.gaps()["en"]


def test_code_and_templates_are_read(tree: Path) -> None:
    used = ["我要办", "请先登录", "门", "还有%(count)d项", "办事指南", "您好，%(name)s"]
    assert sorted(faults()) == sorted(f"not translated: {text}" for text in used)


def test_collecting_writes_each_string_once(collected: Path) -> None:
    translations.collect()
    assert collected.read_text().count('msgid "我要办"') == 1


def test_collecting_twice_changes_nothing(complete: Path) -> None:
    before = complete.read_text()
    translations.collect()
    assert complete.read_text() == before


def test_an_untranslated_string_fails_the_check(collected: Path) -> None:
    with pytest.raises(CommandError, match="6 strings are not translated"):
        call_command("translations", check=True)


def test_a_complete_catalog_passes_and_is_compiled(complete: Path) -> None:
    call_command("translations", check=True)
    assert complete.with_suffix(".mo").stat().st_size > 100


def test_a_string_that_nobody_uses_any_more_leaves_the_catalog(collected: Path) -> None:
    (collected.parents[3] / "portal.py").write_text("")
    translations.collect()
    assert "我要办" not in collected.read_text()


def test_a_string_that_nobody_uses_any_more_fails_the_check(complete: Path) -> None:
    (complete.parents[3] / "portal.py").write_text(CODE.replace("我要办", "我要查"))
    assert faults() == ["not translated: 我要查", "not in use any more: 我要办"]


def test_a_string_kept_as_obsolete_fails_the_check(complete: Path) -> None:
    write(complete, 'msgid "您好', '#~ msgid "再见"\n#~ msgstr "Goodbye"\n\nmsgid "您好')
    assert faults() == ["not in use any more: 再见"]


def test_a_fuzzy_string_fails_the_check(complete: Path) -> None:
    write(complete, 'msgid "我要办"', '#, fuzzy\nmsgid "我要办"')
    assert faults() == ["marked fuzzy: 我要办"]


@pytest.mark.parametrize("wrong", ["Hello", "Hello, %(nmae)s", "Hello, %(name)s, %(name)s", "Hello, {name}"])
def test_a_translation_with_other_placeholders_fails_the_check(complete: Path, wrong: str) -> None:
    write(complete, "Hello, %(name)s", wrong)
    assert faults() == ["other placeholders than the source: 您好，%(name)s"]


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [("", "not translated"), ("items", "other placeholders than the source")],
)
def test_every_plural_form_is_checked(complete: Path, wrong: str, fault: str) -> None:
    write(complete, "%(count)d items", wrong)
    assert faults() == [f"{fault}: 还有%(count)d项"]


def test_the_same_word_in_another_context_needs_its_own_translation(complete: Path) -> None:
    (complete.parents[3] / "door.py").write_text('pgettext("verb", "门")')
    assert faults() == ["not translated: 门"]
