"""Translations without the gettext tools, which a fresh machine lacks: Babel reads, writes and compiles.

Source strings are Chinese; ``hall/locale/<language>/LC_MESSAGES/django.po`` holds each other language.
"""

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import to_locale
from django.utils.translation.template import templatize

ROOMS = ("hall", "applications", "complaints", "tracking", "integrations", "templates")
LAZY = {f"{name}_lazy": spec for name, spec in DEFAULT_KEYWORDS.items() if name.endswith("gettext")}
KEYWORDS = {**DEFAULT_KEYWORDS, **LAZY, "gettext_noop": None}


def compile_all() -> None:
    """Make each ``.mo`` that is missing or older than its ``.po``."""
    for source in _sources():
        target = source.with_suffix(".mo")
        if source.exists() and (not target.exists() or target.stat().st_mtime < source.stat().st_mtime):
            draft = target.with_suffix(".mo.new")
            with draft.open("wb") as file:
                write_mo(file, _read(source))
            # Two processes may compile at once, and a third may be reading.
            draft.replace(target)


def collect() -> None:
    """Bring every ``.po`` up to the strings that the code and templates use now."""
    used = _used()
    for source in _sources():
        catalog = _read(source)
        catalog.update(used, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        source.parent.mkdir(parents=True, exist_ok=True)
        with source.open("wb") as file:
            write_po(file, catalog, width=0, no_location=True, sort_output=True, omit_header=False)


def missing() -> dict[str, list[str]]:
    """Strings in use that a language does not translate, by language."""
    used = [message.id for message in _used() if message.id]
    return {source.parts[-3]: _untranslated(_read(source), used) for source in _sources()}


def _untranslated(catalog: Catalog, used: Iterable[object]) -> list[str]:
    known = {message.id for message in catalog if message.string and all(message.string) and not message.fuzzy}
    return [str(text) for text in used if text not in known]


def _sources() -> list[Path]:
    """One catalog for each language that settings offer beside the source language, whether it exists yet or not."""
    folder = Path(settings.LOCALE_PATHS[0])
    others = [to_locale(code) for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    return [folder / locale / "LC_MESSAGES" / "django.po" for locale in others]


def _read(source: Path) -> Catalog:
    locale = source.parts[-3]
    if not source.exists():
        return Catalog(locale=locale, charset="utf-8")
    with source.open("rb") as file:
        return read_po(file, locale=locale)


def _used() -> Catalog:
    catalog = Catalog()
    for text in _texts():
        for _line, message, _comments, context in extract("python", io.BytesIO(text.encode()), KEYWORDS):
            catalog.add(message, context=context)
    return catalog


def _texts() -> Iterator[str]:
    for room in ROOMS:
        for file in sorted((settings.BASE_DIR / room).rglob("*")):
            if file.suffix == ".py" and "migrations" not in file.parts:
                yield file.read_text()
            elif file.suffix in {".html", ".txt"} and "templates" in file.parts:
                yield _as_python(file)


def _as_python(template: Path) -> str:
    """Django blanks out all but the strings; its indentation would only confuse the Python reader."""
    return re.sub(r"^[ \t]+", "", templatize(template.read_text(), origin=str(template)), flags=re.MULTILINE)
