"""Extending the statutory limit (行政许可法 Art. 42): once, before it is over, by the right head, its reason told.

Proposed by an examiner; the head of the agency approves, in joint handling the head of the government of the same
level. The notice (D-07) is drafted in the deed that grants.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from applications import clocks
from applications.actions.clocks import rebuild_dues
from applications.actions.errands import close_errands, open_errand
from applications.actions.locking import locked_handling
from applications.actions.paperwork import case_facts, draft
from applications.deadlines import Longer
from applications.documents.builders import ExtensionNotice
from applications.events import Extended, ExtensionDeclined, ExtensionProposed
from applications.models import Extension, Handling, Matter, Room
from applications.rules import approver_duty, extension_allowed, may_extend, may_propose
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed, NotFound, TooLate, WrongState
from hall.workdays.arithmetic import Limit
from hall.workdays.calendars import calendar_for
from hall.workdays.wording import limit_words


def propose_extension(uid: UUID, user: User, *, seen: int, days: int, reason: str) -> Extension:
    """Ask the head for more days; refused once the limit is over or was extended."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_propose(user, handling):
            raise NotAllowed(_("只有承办部门的审查人员，在受理以后、决定以前，可以提请延期。"))
        application = handling.application
        _check_open(handling)
        if handling.extensions.filter(answered_at=None).exists():
            raise WrongState(_("已经提请延期，正在等待审批。"))
        _check_asked(handling, days, reason)
        approver = approver_duty(handling)
        extension = Extension.objects.create(
            application=application,
            handling=handling,
            days=days,
            reason=reason.strip(),
            approver=approver,
            proposed_by_uid=user.uid,
            proposed_by_name=user.name,
        )
        application.enter(Room.EXTENSION)
        open_errand(handling, approver, Matter.ANSWER_EXTENSION, extension.uid)
        announce(application, ExtensionProposed(extension=extension.uid), by=user)
        return extension


def _check_open(handling: Handling) -> None:
    """Once only, and before the due date has passed; while the clock stands, it has not."""
    if handling.application.has_been_in(Room.EXTENSION) and handling.extensions.exclude(granted_on=None).exists():
        raise WrongState(_("本办件已经延期一次，依法不能再次延期。"))
    if handling.statutory_due is not None and today() > handling.statutory_due:
        raise TooLate(_("法定期限已经届满，不能再延期。"))


def _check_asked(handling: Handling, days: int, reason: str) -> None:
    most = extension_allowed(handling)
    if most == 0:
        raise WrongState(_("本办件的期限依法不能延长。"))
    wrong: dict[str, list[str]] = {}
    if not 1 <= days <= most:
        wrong["days"] = [_("最多可以延长%(most)d日。") % {"most": most}]
    if len(reason.strip()) < 4:
        wrong["reason"] = [_("请写明延长期限的理由，理由将告知申请人。")]
    if wrong:
        raise Incomplete(_("请写明延长多少日和理由。"), fields=wrong)


def answer_extension(uid: UUID, user: User, *, seen: int, granted: bool, why: str = "") -> Extension:
    """The head's answer to the open proposal; granted, the applicant is told the reason at once."""
    with locked_handling(uid, seen=seen) as handling:
        found = handling.extensions.filter(answered_at=None).first()
        if found is None:
            raise NotFound(_("没有等待审批的延期。"))
        if not may_extend(user, handling, found):
            raise NotAllowed(_("延期由机关负责人批准；联合办理的由本级人民政府负责人批准。提请的人不能批准。"))
        close_errands(found.uid, by=user)
        found.answered_by_uid, found.answered_by_name, found.answered_at = user.uid, user.name, now()
        if granted:
            _check_open(handling)
            _grant(handling, found, user)
        else:
            _decline(handling, found, user, why)
        return found


def _decline(handling: Handling, extension: Extension, user: User, why: str) -> None:
    if len(why.strip()) < 2:
        raise Incomplete(_("请写明不同意的理由。"), fields={"why": [_("请写明不同意的理由。")]})
    extension.declined_why = why.strip()
    extension.save()
    announce(handling.application, ExtensionDeclined(extension=extension.uid), by=user)


def _grant(handling: Handling, extension: Extension, user: User) -> None:
    before, after = _dues(handling, extension)
    extension.granted_on = today()
    paper = ExtensionNotice(
        case_facts(handling),
        original_due=before,
        new_due=after,
        added=_added(handling, extension),
        reason=extension.reason,
        approver=user.name,
        approver_is_government=extension.approver == "government",
        approved_on=extension.granted_on,
    )
    extension.notice = draft(paper, handling, officer=user)
    extension.save()
    rebuild_dues(handling.application, handling)
    fact = Extended(extension=extension.uid, days=extension.days, due=handling.statutory_due)
    announce(handling.application, fact, by=user)


def _dues(handling: Handling, extension: Extension) -> tuple[date | None, date | None]:
    """The statutory due date before and after; none while a suspension leaves it open."""
    period = clocks.statutory_of(handling)
    if period is None:
        return None, None
    longer = replace(period, extensions=(*period.extensions, Longer(today(), extension.days)))
    calendar = calendar_for(handling.hall.code)
    return period.reckon(calendar, today()).on, longer.reckon(calendar, today()).on


def _added(handling: Handling, extension: Extension) -> str:
    """十个工作日, in the unit of the limit that is extended."""
    return limit_words(Limit(extension.days, handling.limit.unit))
