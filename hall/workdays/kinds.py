"""The kinds of days that are not as their weekday says."""

from datetime import date
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DayKind(TextChoices):
    WORK = "work", _("调休上班")
    REST = "rest", _("放假调休")
    STATUTORY = "statutory", _("法定节假日")


class DayRow(NamedTuple):
    date: date
    kind: DayKind
    name: str
