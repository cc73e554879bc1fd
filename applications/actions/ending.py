"""Ending a case without a decision, however that came about: every agency's part ends, nothing waits any more.

The materials stay in the file; rows and numbers are kept (domain.md §1.3).
"""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.actions.charging import withdraw_unpaid
from applications.actions.clocks import rebuild_dues
from applications.actions.stepping import finish
from applications.actions.widenings import ENDED, drop_widening
from applications.actions.winding_up import wind_up
from applications.models import OPEN, Application, Ending, EndingGround, Handling, Role, Room
from hall.accounts.models import User
from hall.clock import now
from hall.errors import Incomplete, WrongState


def end_case(application: Application, ground: EndingGround, *, by: User | None, reason: str, **more: object) -> Ending:
    """End all its handlings, joint ones and the upper one too; the caller holds the lock and has moved the case."""
    parts = application.handlings.select_related("hall", "department__hall").filter(state__in=OPEN)
    for handling in parts.order_by("id"):
        _end(application, handling, ground, at=now())
    drop_widening(application, by=by, why=ENDED)
    who, name = (by.uid, by.name) if by else (None, "")
    application.errands.filter(done_at=None).update(done_at=now(), done_by_uid=who, done_by_name=name)
    # Nothing comes of it by itself any more and no limit passes, also where no agency held it: between report and
    # receipt (Art. 35).
    application.settle_at = application.watched_due = None
    withdraw_unpaid(application)
    application.enter(Room.ENDING)
    return Ending.objects.create(
        application=application, ground=ground, reason=reason, ended_by_uid=who, ended_by_name=name, **more
    )


def _end(application: Application, handling: Handling, ground: EndingGround, *, at: datetime) -> None:
    handling.application = application
    # Nobody gave an opinion in the open step: it is closed by what happened.
    finish(handling, by=None, favourable=None, opinion=label_of(ground))
    handling.end(at=at)
    wind_up(handling, by=None)
    rebuild_dues(application, handling)


@override("zh-hans")
def label_of(ground: EndingGround) -> str:
    """The ground as records and papers name it, whatever language whoever acts reads."""
    return str(ground.label)


def lead_of(application: Application) -> Handling:
    """The agency that answers to the applicant: the open lead, else the part that had the case last."""
    leads = application.handlings.select_related("hall", "department__hall").filter(role=Role.LEAD)
    found = leads.filter(state__in=OPEN).first() or leads.order_by("-id").first()
    if found is None:
        raise WrongState(_("这份申请还没有提交，可以直接删除草稿。"))
    found.application = application
    return found


def check_told(**told: str) -> None:
    """Each of these must be said in words: an end of codes 1, 2 or 5 needs its reason (domain.md §4.6, R08)."""
    missing = {name: [_("请填写。")] for name, text in told.items() if len(text.strip()) < 2}
    if missing:
        raise Incomplete(_("请写明理由。"), fields=missing)
