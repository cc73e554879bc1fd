"""D-27 监督文书 (行政许可法 Art. 60, 72): 督办单, 责令改正通知书 or 监察建议书, from the supervisor to the agency."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


class OrderKind(models.TextChoices):
    URGE = "urge", _("督办单")
    RECTIFY = "rectify", _("责令改正通知书")
    ADVISE = "advise", _("监察建议书")


@dataclass(frozen=True, slots=True)
class Supervision(Content):
    kind = Kind.SUPERVISION
    template = "documents/supervision.html"

    manner: OrderKind
    addressee: str
    found: str
    requirement: str
    answer_by: date
    supervisor: str

    @property
    def name(self) -> str:
        return str(OrderKind(self.manner).label)

    def words(self) -> dict[str, Any]:
        return {"title": self.name}
