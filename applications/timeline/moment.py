"""One line of a timeline."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the timeline, in the words of the component that draws it."""

    title: str
    state: Literal["done", "now", "next"]
    at: datetime | None = None
    text: str = ""
    meta: str = ""
    url: str = ""
    link_text: str = ""
