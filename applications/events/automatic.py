"""What is announced of automatic decisions: taken over, passed on, and looked at again by a person."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class RulesHeld(Announcement):
    """Every published rule holds: acceptance and grant follow in the same transaction."""

    label = _("按公布的规则自动审查，全部符合")


@dataclass(frozen=True)
class PassedToPerson(Announcement):
    label = _("不适用自动审批，转由工作人员办理")


@dataclass(frozen=True)
class TakenOver(Announcement):
    label = _("工作人员接手办理，不再自动审批")


@dataclass(frozen=True)
class PersonAsked(Announcement):
    label = _("要求由工作人员办理")


@dataclass(frozen=True)
class AutomaticReviewed(Announcement):
    label = _("工作人员复核自动审批决定")
