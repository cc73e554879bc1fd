"""What is announced of a licence after it was issued; its subject is the licence, not a case."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class LicenceMoved(Announcement):
    """``kind`` says what happened (EntryKind), ``state`` and ``valid_to`` how the licence stands since."""

    label = _("许可证件变动")
    kind: str
    state: str
    on: date
    valid_to: date | None = None
