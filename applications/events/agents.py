"""What is announced of an agent (行政许可法 Art. 29)."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class AgentAppointed(Announcement):
    """In a case under way; who files by an agent has said so from the beginning."""

    label = _("委托代理人")
    mandate: UUID
