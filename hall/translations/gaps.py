"""What a language lacks: whoever chose it must never meet a string of another, nor a sentence without its number."""

import re
from collections.abc import Iterator

from babel.messages import Catalog
from babel.messages.catalog import Message

from hall.translations import sources
from hall.translations.catalogs import catalog_files, language_of, read

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


def gaps() -> dict[str, list[str]]:
    """Faults of each language, one line each; every list is empty when the translations are complete."""
    used = sources.used()
    return {language_of(source): list(_faults(read(source), used)) for source in catalog_files()}


def _faults(catalog: Catalog, used: Catalog) -> Iterator[str]:
    for message in used:
        if message.id:
            yield from _fault(message, catalog.get(message.id, message.context))
    for message in [*catalog, *catalog.obsolete.values()]:
        if message.id and used.get(message.id, message.context) is None:
            yield f"not in use any more: {_source(message)}"


def _fault(message: Message, translated: Message | None) -> Iterator[str]:
    if translated is None or not all(_forms(translated)):
        yield f"not translated: {_source(message)}"
    elif translated.fuzzy:
        yield f"marked fuzzy: {_source(message)}"
    elif any(_placeholders(form) != _placeholders(_source(message)) for form in _forms(translated)):
        yield f"other placeholders than the source: {_source(message)}"


def _source(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))
