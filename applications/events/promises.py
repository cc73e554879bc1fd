"""What is announced of promises instead of proofs and of materials that follow later (国办发〔2020〕42号)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class MadeUp(Announcement):
    label = _("补交容缺材料")
    material: UUID


@dataclass(frozen=True)
class MakeUpReminded(Announcement):
    label = _("提醒补交容缺材料")
    due: date


@dataclass(frozen=True)
class MakeUpMissed(Announcement):
    label = _("容缺材料逾期未补交")
    tolerance: UUID


@dataclass(frozen=True)
class PromiseVerified(Announcement):
    label = _("核查告知承诺：属实")
    commitment: UUID


@dataclass(frozen=True)
class FalsePromise(Announcement):
    """Credit and, after a grant, the life of the licence hang on it; ``measure`` is a value of ``Measure``."""

    label = _("核查告知承诺：不实")
    commitment: UUID
    measure: str
    granted: bool


@dataclass(frozen=True)
class PromiseRectified(Announcement):
    """``mended`` is false where the order was not followed: revocation is proposed."""

    label = _("复查承诺整改")
    commitment: UUID
    mended: bool


@dataclass(frozen=True)
class RevocationDeclined(Announcement):
    label = _("经研究不撤销许可")
    commitment: UUID


@dataclass(frozen=True)
class CreditRepaired(Announcement):
    label = _("信用修复，可以再次采用告知承诺")
    commitment: UUID
