"""D-14 送达回证 (行政许可法 Art. 44): who was given what, where, how and when."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


class Mode(models.TextChoices):
    """The ways of service; the codes are those of domain.md §2.1."""

    ON_SITE = "1", _("现场送达")
    POST = "2", _("邮寄送达")
    ELECTRONIC = "3", _("电子送达")
    NOTICE = "4", _("公告送达")
    AGENT = "5", _("代理人签收")
    LEFT = "6", _("留置送达")


@dataclass(frozen=True, slots=True)
class Served:
    """One paper on the record."""

    title: str
    number: str
    copies: int = 1


@dataclass(frozen=True, slots=True)
class ServiceRecord(Content):
    """Electronic service names its ``channel`` and receipt; service by leaving names its ``witness``."""

    kind = Kind.SERVICE_RECORD
    template = "documents/service_record.html"

    papers: tuple[Served, ...]
    addressee: str
    place: str
    mode: Mode
    served_at: datetime
    servers: tuple[str, ...]
    received_by: str = ""
    channel: str = ""
    receipt_id: str = ""
    witness: str = ""
    remark: str = ""
    effective_on: date | None = None

    def words(self) -> dict[str, Any]:
        return {"mode": Mode(self.mode).label}
