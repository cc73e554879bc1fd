"""Where a material comes from that another agency holds already: fetched there instead of asked for.

行政许可法 Art. 33; 政务数据共享条例 (国令第809号): what sharing provides is not collected again. An item file names the
source of a material; settings.HALL_SHARED_SOURCES names the adapter of each source, and adapters live in
``integrations``. A source that is away or knows nothing never stands in the way: the material is uploaded then.
"""

from abc import ABC, abstractmethod
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from hall.errors import Refused


class SharingAway(Refused):
    """The source gave no answer in time."""

    status, code = 503, "sharing_away"

    def __init__(self) -> None:
        super().__init__(_("数据共享服务暂时不可用。请自行上传这份材料，或者稍后再试；不影响您提交申请。"))


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose data of which kind: the holder's number and name, and what the item file says it looks for (``of``)."""

    holder_code: str
    holder_name: str
    holder_kind: str
    of: str
    item_name: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the source answered, as label and text; ``reference`` is how the source finds its answer again."""

    title: str
    facts: tuple[tuple[str, str], ...]
    reference: str = ""


class Source(ABC):
    """Base of every adapter; an error of any kind counts as no answer.

    ``seeks``: an item file has to say what is looked for. ``is_remote``: asked over a network, so that it is left
    when it takes longer than settings.HALL_SHARING_SECONDS.
    """

    label: str | Promise
    holder: str | Promise
    is_demo = False
    is_remote = True
    seeks = False
    # The kinds of accounts (person, organisation) about which it knows something.
    about: tuple[str, ...] = ("person", "organisation")

    @abstractmethod
    def fetch(self, asked: Asked, *, seconds: int) -> Found | None:
        """What it holds of this one; nothing where it holds nothing that is valid today."""


@lru_cache(maxsize=8)
def _loaded(named: tuple[str, ...]) -> dict[str, Source]:
    pairs = (one.split("=", 1) for one in named)
    return {name: import_string(path)() for name, path in pairs}


def sources() -> dict[str, Source]:
    """Every source of this installation, by the word that item files use."""
    return _loaded(tuple(settings.HALL_SHARED_SOURCES))


def ask(source: Source, asked: Asked) -> Found | None:
    """Ask and wait no longer than the setting. Raises SharingAway."""
    seconds = settings.HALL_SHARING_SECONDS
    try:
        if not source.is_remote:
            return source.fetch(asked, seconds=seconds)
        pool = ThreadPoolExecutor(1, thread_name_prefix="sharing")
        try:
            return pool.submit(source.fetch, asked, seconds=seconds).result(timeout=seconds)
        finally:
            # Nobody waits for a thread that is stuck.
            pool.shutdown(wait=False, cancel_futures=True)
    except Exception as problem:
        raise SharingAway from problem
