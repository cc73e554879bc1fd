"""What the outside credit register knows of an applicant, and what it is told; settings.HALL_CREDIT names the adapter.

国办发〔2020〕42号: whoever has an unrepaired bad record may not promise instead of proving, and a false promise is
put on record. Adapters live in ``integrations``; the hall keeps its own false promises beside them.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from hall.errors import Refused


class CreditAway(Refused):
    """The register gave no answer: nobody is trusted or distrusted on a guess."""

    status, code = 503, "credit_away"

    def __init__(self) -> None:
        super().__init__(_("信用查询服务暂时不可用，现在不能采用告知承诺或者容缺后补。您可以上传材料，或者稍后再试。"))


@dataclass(frozen=True, slots=True)
class FalsePromiseReport:
    """What the register is told of a promise that was found false."""

    code: str
    name: str
    case_no: str
    item: str
    material: str
    found_by: str
    found_at: datetime


class Credit(ABC):
    """Base of every adapter; an error of any kind counts as no answer."""

    @abstractmethod
    def unrepaired(self, code: str) -> str:
        """The bad record that stands against this number, in words for its owner; empty when none does."""

    @abstractmethod
    def report(self, promise: FalsePromiseReport, key: str) -> None:
        """Put a false promise on record. Called at least once: a register that honours ``key`` sees one."""

    @abstractmethod
    def disclose(self, sealed: str, key: str) -> None:
        """Take a file of published decisions (domain.md §5), sealed with the key that hall and platform share.

        Called at least once: a platform that honours ``key`` takes each file once.
        """


def credit() -> Credit:
    adapter: Credit = import_string(settings.HALL_CREDIT)()
    return adapter


def unrepaired_record(code: str) -> str:
    """Ask the configured register. Raises CreditAway."""
    try:
        return credit().unrepaired(code)
    except Exception as problem:
        raise CreditAway from problem
