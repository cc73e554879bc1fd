"""An annex: what one room of the procedure (hearing, suspension, opinions ...) shows on the page of a case."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Annex:
    """``name`` is its anchor on the page; ``template`` draws ``content``."""

    name: str
    title: str
    template: str
    content: Any
