"""A question to the applicant after acceptance (行政许可法 Art. 32 (4), 72 (4)): in words, answered in words.

It can take no material. One whose text names a material of the item's list is held back until the clerk confirms it,
and is then an R03 for the supervision engine. No clock stops for it.
"""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications import deadlines
from applications.actions.locking import locked, locked_handling
from applications.actions.stepping import require
from applications.actions.telling import INQUIRY, tell_applicant
from applications.events import InquiryAnswered, InquiryAsked, RuleBroken
from applications.lifecycle import CaseState
from applications.models import Application, Inquiry, Room
from applications.queries.inquiries import materials_named, open_inquiry
from applications.rules import may_examine, owns
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.workdays.arithmetic import Limit
from hall.workdays.calendars import calendar_for

MOST_DAYS = 10
ASKED = gettext_lazy("“%(item)s”的办理部门有问题询问您，请在%(due)s前书面答复，不需要提交材料。")


def inquire(uid: UUID, user: User, *, seen: int, text: str, days: int, confirmed: bool = False) -> Inquiry:
    """Ask in writing, answered within so many working days; another question waits until the first is over."""
    with locked_handling(uid, seen=seen) as handling:
        if not (handling.is_lead and may_examine(user, handling)):
            raise NotAllowed(_("只有承办部门的审查人员可以向申请人询问。"))
        require(handling, "review")
        application = handling.application
        named = materials_named(application.spec, text)
        _check(text, days, named, confirmed=confirmed)
        _make_room(application)
        limit = Limit(days, "working")
        inquiry = Inquiry.objects.create(
            application=application,
            handling=handling,
            text=text,
            asked_by_uid=user.uid,
            asked_by_name=user.name,
            asked_at=now(),
            days=days,
            due=deadlines.period_of(today(), limit, calendar_for(handling.hall.code)).due,
            names_material=bool(named),
        )
        application.enter(Room.INQUIRY)
        tell_applicant(application, INQUIRY, ASKED, key=f"inquiry:{inquiry.uid}", due=inquiry.due)
        announce(application, InquiryAsked(inquiry=inquiry.uid, due=inquiry.due), by=user)
        if named:
            announce(application, RuleBroken(rule="R03"), by=user)
        return inquiry


def _check(text: str, days: int, named: list[str], *, confirmed: bool) -> None:
    problems = {}
    if len(text.strip()) < 4:
        problems["text"] = [_("请写明要询问的问题。")]
    if not 1 <= days <= MOST_DAYS:
        problems["days"] = [_("请填写 1 至 %(most)d 个工作日。") % {"most": MOST_DAYS}]
    if named and not confirmed:
        words = {"names": _("、").join(named)}
        problems["confirmed"] = [
            _("问题中提到了申请材料：%(names)s。受理后不得要求申请人补交材料；确需询问的请勾选确认，系统将记入效能监督。")
            % words
        ]
    if problems:
        raise Incomplete(_("询问还不能发出。"), fields=problems)


def _make_room(application: Application) -> None:
    """One question at a time: a second one only once the first was answered or its day has passed."""
    current = open_inquiry(application)
    if current is None:
        return
    if today() <= current.due:
        raise WrongState(_("上一个询问还在等待申请人答复。"))
    current.ended_at = now()
    current.save(update_fields=["ended_at"])


def answer_inquiry(uid: UUID, user: User, *, seen: int, answer: str) -> Inquiry:
    """The applicant's answer in words; late is still an answer while nothing was decided or asked anew."""
    with locked(uid, seen=seen) as application:
        if not owns(user, application):
            raise NotFound(_("没有找到这个办件。"))
        inquiry = open_inquiry(application)
        if inquiry is None or application.state != CaseState.ACCEPTED:
            raise WrongState(_("现在没有等待答复的询问。"))
        if not answer.strip():
            raise Incomplete(_("请写明答复。"), fields={"answer": [_("请写明答复。")]})
        inquiry.answer, inquiry.answered_at, inquiry.ended_at = answer, now(), now()
        inquiry.save()
        announce(application, InquiryAnswered(inquiry=inquiry.uid), by=user)
        return inquiry
