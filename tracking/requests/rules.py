"""Who may ask, handle, extend and check (政府信息公开条例 Art. 17, 27, 29, 33, 35).

Whoever drafts the answer does not check it. Each rule that a list needs has both forms, which stand together.
"""

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hall.accounts.models import Duty, Kind, RealNameLevel, User
from hall.accounts.people import Visitor
from hall.accounts.rules import departments_of, has_duty
from hall.organisations.models import Hall
from tracking.requests.models import InfoRequest

DUTIES = [Duty.DISCLOSER, Duty.SECRECY, Duty.HEAD]


def asking_bar(user: Visitor) -> Promise | None:
    """Why this visitor cannot ask; 条例 Art. 29 wants name and proof of identity."""
    if not isinstance(user, User) or user.kind not in (Kind.PERSON, Kind.ORGANISATION):
        return _("请用个人或者法人账号申请。")
    if user.real_name_level < RealNameLevel.FIRST:
        return _("申请政府信息公开须提供身份证明，请先完成实名认证。")
    return None


def mine(user: Visitor) -> QuerySet[InfoRequest]:
    return InfoRequest.objects.filter(applicant_id=user.pk) if user.pk else InfoRequest.objects.none()


def halls_of(user: Visitor) -> QuerySet[Hall]:
    """The halls with a department for which the visitor handles requests."""
    return Hall.objects.filter(pk__in=departments_of(user, *DUTIES).values("hall")).order_by("code")


def handled_by(user: Visitor) -> QuerySet[InfoRequest]:
    """The requests to the departments at which the visitor has a part in answering."""
    return InfoRequest.objects.filter(department__in=departments_of(user, *DUTIES)).exclude(applicant_id=user.pk)


def may_see(user: User, request: InfoRequest) -> bool:
    """The same for one."""
    holds = any(has_duty(user, duty, request.department) for duty in DUTIES)
    return holds and request.applicant_id != user.pk


def handling_bar(user: User, request: InfoRequest) -> Promise | None:
    if has_duty(user, Duty.DISCLOSER, request.department) and may_see(user, request):
        return None
    return _("依申请公开由被申请机关负责信息公开的人员办理。")


def extending_bar(user: User, request: InfoRequest) -> Promise | None:
    """条例 Art. 33: the head of the organ agrees."""
    return None if _is_head(user, request) else _("延长答复期限须经被申请机关的负责人同意。")


def excess_bar(user: User, request: InfoRequest) -> Promise | None:
    """条例 Art. 35: what is not handled, or delayed, is for the head, and not for whoever asked for the reasons."""
    if not _is_head(user, request):
        return _("不予处理和延迟答复由被申请机关的负责人决定。")
    if user.uid == request.reasons_asked_by:
        return _("您要求了申请人说明理由，不能再决定是否处理，请由他人决定。")
    return None


def _is_head(user: User, request: InfoRequest) -> bool:
    return has_duty(user, Duty.HEAD, request.department) and may_see(user, request)


def checking_bar(user: User, request: InfoRequest) -> Promise | None:
    if not (has_duty(user, Duty.SECRECY, request.department) and may_see(user, request)):
        return _("答复由被申请机关的保密审查人员审查。")
    if user.uid == request.drafter_uid:
        return _("您起草了这份答复，不能再审查，请由他人办理。")
    return None
