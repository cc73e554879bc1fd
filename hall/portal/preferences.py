"""How a reader wishes to see every page: view, text size, contrast, guide line. Pure; kept in one cookie.

Elder view and text size answer the MIIT design rules for older readers: independent of the browser, on every page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COOKIE = "hall_reading"
COOKIE_AGE = 365 * 24 * 3600

CHOICES: dict[str, tuple[tuple[str, Promise], ...]] = {
    "view": (("standard", _("标准版")), ("elder", _("长辈版"))),
    "size": (("normal", _("标准")), ("large", _("大")), ("largest", _("特大"))),
    "contrast": (("normal", _("标准")), ("high", _("高对比"))),
    "guide": (("off", _("关闭")), ("on", _("打开"))),
}
LABELS: dict[str, Promise] = {
    "view": _("版式"),
    "size": _("文字大小"),
    "contrast": _("颜色对比"),
    "guide": _("阅读辅助线"),
}


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: Promise
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One question of the reading form, ready to be drawn."""

    name: str
    label: Promise
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    view: str = "standard"
    size: str = "normal"
    contrast: str = "normal"
    guide: str = "off"

    @property
    def is_elder(self) -> bool:
        return self.view == "elder"

    def as_cookie(self) -> str:
        return ".".join(getattr(self, field.name) for field in fields(self))

    def changed(self, asked: Mapping[str, str]) -> "Reading":
        """What was asked, where it is a known choice; what is not named stays as it is."""
        return Reading(**{field.name: _known(field.name, asked, self) for field in fields(self)})

    def groups(self) -> list[Group]:
        return [Group(name, LABELS[name], self._options(name)) for name in CHOICES]

    def _options(self, name: str) -> tuple[Option, ...]:
        current = getattr(self, name)
        return tuple(Option(value, label, value == current) for value, label in CHOICES[name])


def _known(name: str, asked: Mapping[str, str], before: Reading) -> str:
    value = asked.get(name, "")
    return value if any(value == known for known, _label in CHOICES[name]) else str(getattr(before, name))


def reading_from(cookie: str) -> Reading:
    """Anything unreadable in the cookie means the standard view."""
    return Reading().changed(dict(zip(CHOICES, cookie.split("."), strict=False)))
