"""Frames whose panels settings name by dotted path: the ground shows them without knowing who made them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from django.apps import apps
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Panel:
    """A titled piece of a frame: its template is drawn with its context and the request."""

    title: str | Promise
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    more_url: str = ""
    more_text: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    panel: Panel
    body: str


Maker = Callable[[HttpRequest], Panel | None]


def draw_panels(request: HttpRequest, paths: Sequence[str]) -> list[Drawn]:
    """A maker may answer None when it has nothing to say to this reader."""
    made = [cast(Maker, import_string(path))(request) for path in paths if _installed(path)]
    return [Drawn(p, render_to_string(p.template, dict(p.context), request)) for p in made if p]


def _installed(path: str) -> bool:
    return apps.get_containing_app_config(path) is not None
