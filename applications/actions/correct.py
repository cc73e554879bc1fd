"""Correction (行政许可法 Art. 32 (4)): tell once everything that is missing.

Each entry is pinned to a field of the form or a material of the published list; nothing else may be demanded (Art. 31).
A second notice only repeats what is still unmet; anything new on it was let pass by a supervisor and is an R02.
"""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications import deadlines
from applications.actions.clocks import rebuild_dues
from applications.actions.listing import Entry, defects_of, listed, place_of
from applications.actions.locking import locked_handling
from applications.actions.paperwork import case_facts, draft
from applications.actions.stepping import require_open
from applications.actions.telling import CORRECTION, tell_applicant
from applications.actions.widenings import drop_widening
from applications.documents.builders import Correction as CorrectionNotice
from applications.events import CorrectionAsked, RuleBroken
from applications.models import Application, Correction, Handling, Room, Widening
from applications.rules import may_take_in
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.catalogue.spec import on_record
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.workdays.calendars import calendar_for

__all__ = ["Entry", "ask_correction", "repeat_correction"]

Listed = list[dict[str, Any]]
TOLD = gettext_lazy("“%(item)s”的申请需要补正%(count)d项内容，请在%(due)s前提交。")


def ask_correction(uid: UUID, user: User, *, seen: int, entries: Sequence[Entry]) -> Correction:
    """Send the one complete list. A second complete list is refused: Art. 32 (4) tells all at once."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling)
        application = handling.application
        if application.corrections.exists():
            raise WrongState(_("本办件已经一次性告知过补正内容，再次告知只能重复其中尚未补正的项目。"))
        correction = _tell(handling, user, listed(application, entries, told=("problem", "requirement")))
        announce(application, CorrectionAsked(round=1, due=correction.due), by=user)
        return correction


def repeat_correction(
    uid: UUID, user: User, *, seen: int, unmet: Collection[str], widened: bool = False
) -> Correction:
    """Tell again what is still unmet, as it was told; ``widened`` adds what a supervisor let pass."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling)
        application = handling.application
        last = application.corrections.order_by("-round").first()
        if last is None:
            raise WrongState(_("本办件还没有告知过补正，请一次性告知全部内容。"))
        widening = _let_pass(application) if widened else None
        entries = [*_repeated(last, unmet), *(widening.entries if widening else [])]
        if not entries:
            raise Incomplete(_("请至少勾选一项仍未补正的内容。"), fields={"unmet": [_("请至少勾选一项。")]})
        correction = _tell(handling, user, entries, round_=last.round + 1)
        drop_widening(application, by=user)
        announce(application, CorrectionAsked(round=correction.round, due=correction.due), by=user)
        if widening:
            _carry(widening, correction)
            announce(application, RuleBroken(rule="R02"), by=user)
        return correction


def _check(user: User, handling: Handling) -> None:
    if not may_take_in(user, handling):
        raise NotAllowed(_("只有承办部门的窗口受理人员可以告知补正。"))
    require_open(handling)


def _repeated(last: Correction, unmet: Collection[str]) -> Listed:
    """What the notice before did not tell, or what was met since, cannot be asked again."""
    told = {place_of(entry): entry for entry in last.entries}
    if set(unmet) - set(told):
        raise NotAllowed(_("再次告知只能重复上一次告知中尚未补正的项目；新的要求须经监督人员同意。"))
    return [entry for place, entry in told.items() if place in unmet]


def _let_pass(application: Application) -> Widening:
    widening = application.widenings.filter(allowed=True, carried_by=None).first()
    if widening is None:
        raise WrongState(_("没有经监督人员同意增补的补正要求。"))
    return widening


def _carry(widening: Widening, correction: Correction) -> None:
    widening.carried_by = correction
    widening.save(update_fields=["carried_by"])


def _tell(handling: Handling, user: User, entries: Listed, *, round_: int = 1) -> Correction:
    """The notice, the applicant's period (T2) and the message; the caller announces."""
    application = handling.application
    limit = application.spec.correction
    due = deadlines.correction_due(today(), limit, calendar_for(handling.hall.code)).due
    correction = Correction.objects.create(
        application=application, handling=handling, round=round_, entries=entries, due=due, noticed_at=now()
    )
    application.ask_correction()
    application.enter(Room.CORRECTION)
    rebuild_dues(application, handling)
    notice = CorrectionNotice(
        case_facts(handling),
        defects=defects_of(entries),
        latest_on=due,
        again=round_ > 1,
        lapse_basis=on_record(application.spec.lapse_basis),
    )
    draft(notice, handling, officer=user)
    key = f"correction:{correction.uid}"
    tell_applicant(application, CORRECTION, TOLD, key=key, count=len(entries), due=due)
    return correction
