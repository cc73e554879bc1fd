"""One ``.po`` for each language that is offered, and the ``.mo`` made of it."""

import io
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import to_locale

from hall.translations import sources

# No dates and no line numbers: two branches that each add a string must merge without a conflict.
HEADER = """# One entry a string, sorted; `python manage.py translations --collect` brings new strings in.
msgid ""
msgstr ""
"Language: {locale}\\n"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def catalog_files() -> list[Path]:
    """One for each language that settings offer beside the source language, whether it exists yet or not."""
    folder = Path(settings.LOCALE_PATHS[0])
    others = [to_locale(code) for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    return [folder / locale / "LC_MESSAGES" / "django.po" for locale in others]


def read(source: Path) -> Catalog:
    if not source.exists():
        return Catalog(locale=language_of(source), charset="utf-8")
    with source.open("rb") as file:
        return read_po(file, locale=language_of(source))


def language_of(source: Path) -> str:
    return source.parts[-3]


def collect() -> None:
    """Bring every ``.po`` up to the strings that the code and templates use now."""
    used = sources.used()
    for source in catalog_files():
        catalog = read(source)
        catalog.update(used, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(_text(catalog, language_of(source)), encoding="utf-8")


def compile_all() -> None:
    """Make each ``.mo`` that is missing or older than its ``.po``."""
    for source in catalog_files():
        target = source.with_suffix(".mo")
        if source.exists() and (not target.exists() or target.stat().st_mtime < source.stat().st_mtime):
            draft = target.with_suffix(".mo.new")
            with draft.open("wb") as file:
                write_mo(file, read(source))
            # Two processes may compile at once, and a third may be reading.
            draft.replace(target)


def _text(catalog: Catalog, locale: str) -> str:
    body = io.BytesIO()
    write_po(body, catalog, width=0, no_location=True, sort_output=True, omit_header=True)
    return HEADER.format(locale=locale, plural_forms=catalog.plural_forms) + body.getvalue().decode()
