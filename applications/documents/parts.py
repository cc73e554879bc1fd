"""Parts of a bound file. The library that binds is loaded on first use: no page that binds nothing pays for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.module_loading import import_string

_BINDING = "applications.documents.binding"


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    pdf: bytes

    @property
    def pages(self) -> int:
        return int(_of("count")(self.pdf))


def bound(parts: Sequence[Part]) -> bytes:
    """One PDF of all parts in their order."""
    return bytes(_of("bound")(parts))


def as_pdf(content: bytes, mime: str) -> bytes | None:
    """A material as pages; None for what cannot be shown as pages (locked, broken or of another kind)."""
    pdf: bytes | None = _of("as_pdf")(content, mime)
    return pdf


def _of(name: str) -> Callable[..., Any]:
    function: Callable[..., Any] = import_string(f"{_BINDING}.{name}")
    return function
