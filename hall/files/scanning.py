"""What examines an upload before it is kept; settings.HALL_SCANNER names it, and without a verdict nothing is kept."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from hall.errors import Refused


class Content(Protocol):
    """What a scanner reads, piece by piece."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """``found`` names what a scanner recognised; a clean content has none."""

    found: str = ""

    @property
    def clean(self) -> bool:
        return not self.found


class ScannerAway(Refused):
    """The scanner gave no verdict, so the file stays in quarantine."""

    status, code = 503, "scanner_away"

    def __init__(self) -> None:
        super().__init__(_("文件安全检查服务暂时不可用，文件没有保存。请稍后重新上传。"))


class Scanner(ABC):
    """Base of every scanner; an error of any kind counts as no verdict."""

    @abstractmethod
    def scan(self, content: Content) -> Verdict:
        """Read ``content`` to its end and say what was found."""


def scan(content: Content) -> Verdict:
    """The verdict of the configured scanner."""
    scanner: Scanner = import_string(settings.HALL_SCANNER)()
    return scanner.scan(content)
