"""The notice arrives at the desk of the agency that decided: once, however often the letter is carried (Art. 64)."""

from uuid import UUID

from applications.actions.errands import open_errand
from applications.actions.licence_locking import locked_licence
from applications.events import ViolationReceived
from applications.models import Matter, ViolationNotice
from applications.queries.granting_part import granting_part
from hall.accounts.deeds import announce
from hall.accounts.models import Duty
from hall.clock import now, today
from hall.workdays.arithmetic import Limit


def receive_violation(uid: UUID) -> None:
    licence_uid = ViolationNotice.objects.values_list("licence__uid", flat=True).get(uid=uid)
    with locked_licence(licence_uid) as licence:
        notice = ViolationNotice.objects.select_for_update().get(uid=uid)
        if notice.received_at:
            return
        notice.received_at = now()
        notice.save(update_fields=["received_at"])
        open_errand(
            granting_part(licence),
            Duty.EXAMINER,
            Matter.ANSWER_VIOLATION,
            notice.uid,
            since=today(),
            limit=Limit(notice.days, "working"),
            department=licence.issuer,
        )
        announce(licence, ViolationReceived(notice=notice.uid), by=None)
