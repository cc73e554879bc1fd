"""The strings that code and templates mark for translation."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.conf import settings
from django.utils.translation.template import templatize

ROOMS = ("hall", "applications", "complaints", "tracking", "integrations", "templates")
LAZY = {f"{name}_lazy": spec for name, spec in DEFAULT_KEYWORDS.items() if name.endswith("gettext")}
KEYWORDS = {**DEFAULT_KEYWORDS, **LAZY, "gettext_noop": None}
# Half of the files call none of them, and reading a file as Python takes a hundred times longer than to see that.
_CALL = re.compile(rf"\b(?:{'|'.join(KEYWORDS)})[\s\\]*\(")


def used() -> Catalog:
    """Every string in use, once."""
    catalog = Catalog()
    for text in filter(_CALL.search, _texts()):
        for _line, message, _comments, context in extract("python", io.BytesIO(text.encode()), KEYWORDS):
            catalog.add(message, context=context)
    return catalog


def _texts() -> Iterator[str]:
    for room in ROOMS:
        for file in sorted((settings.BASE_DIR / room).rglob("*")):
            parts = file.relative_to(settings.BASE_DIR).parts
            if file.suffix == ".py" and "migrations" not in parts:
                yield file.read_text()
            elif file.suffix in {".html", ".txt"} and "templates" in parts:
                yield _as_python(file)


def _as_python(template: Path) -> str:
    """Django blanks out all but the strings; its indentation would only confuse the Python reader."""
    return re.sub(r"^[ \t]+", "", templatize(template.read_text(), origin=str(template)), flags=re.MULTILINE)
