"""Naming who tests (行政许可法 Art. 55): two officers or more, within five working days of acceptance (T13)."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.errands import close_errands
from applications.actions.locking import locked_handling
from applications.events import TestersAssigned
from applications.models import Room, TesterAssignment
from applications.rules import may_assign_testers, testers_for
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import Incomplete, NotAllowed


def assign_testers(uid: UUID, user: User, *, seen: int, testers: Sequence[UUID]) -> TesterAssignment:
    """Name examiners of the department; naming others later replaces them, and the file keeps both."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_assign_testers(user, handling):
            raise NotAllowed(_("只有承办部门的机关负责人可以指派检验、检测、检疫人员。"))
        named = list(testers_for(handling).filter(uid__in=testers).order_by("name"))
        if len(named) < 2 or len(named) != len(set(testers)):
            told = _("请从本部门审查人员中指派两名以上工作人员。")
            raise Incomplete(told, fields={"testers": [told]})
        handling.tester_assignments.filter(replaced_at=None).update(replaced_at=now())
        assignment = TesterAssignment.objects.create(
            application=handling.application,
            handling=handling,
            tester_uids=[one.uid for one in named],
            tester_names=[one.name for one in named],
            assigned_by_uid=user.uid,
            assigned_by_name=user.name,
        )
        handling.application.enter(Room.TESTERS)
        close_errands(handling.uid, by=user)
        announce(handling.application, TestersAssigned(assignment=assignment.uid), by=user)
        return assignment
