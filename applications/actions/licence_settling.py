"""What happens to a licence by itself: reminders, expiry, and renewal by silence (行政许可法 Art. 50, 70 (1)).

Deemed renewed only where a renewal was asked for in time and nobody decided before the end. Settled by whoever reads
or acts next, at the moment it fell due, whether or not any beat ran.
"""

from django.utils.translation import gettext_lazy as _

from applications.actions.cancelling import await_striking_off
from applications.actions.ending import end_case, lead_of
from applications.actions.licence_entries import enter, standing
from applications.actions.paperwork import case_facts, draft
from applications.actions.telling import LICENCE, tell_applicant
from applications.documents.builders import RenewalDecision
from applications.events import RuleBroken, Terminated
from applications.models import Application, EndingGround, EntryKind, Licence
from applications.queries.licences import (
    asked_in_time,
    ends_at,
    next_moment_of,
    next_reminder,
    pending_renewals,
    renewed_until,
)
from hall.accounts.deeds import announce
from hall.clock import local_date, now

_REMINDED = _("您持有的《%(name)s》（%(number)s）有效期至%(until)s。需要延续的，请在有效期届满前提出。")
_EXPIRED = _("您持有的《%(name)s》（%(number)s）有效期已于%(until)s届满，不再有效。")
_DEEMED = _("您按期申请延续的《%(name)s》（%(number)s）在届满前没有作出决定，依法视为准予延续，有效期至%(until)s。")


def settle_licence(licence: Licence) -> bool:
    """Bring a held licence to where the law has it now; says whether anything changed."""
    changed = False
    while licence.settle_at is not None and licence.settle_at <= now() and _settle_first(licence):
        changed = True
    return changed


def _settle_first(licence: Licence) -> bool:
    end, reminder = ends_at(licence), next_reminder(licence)
    if reminder and reminder[1] <= now() and (end is None or reminder[1] < end):
        _remind(licence, reminder[0])
        return True
    if end and end <= now():
        _end(licence)
        return True
    return False


def _remind(licence: Licence, days: int) -> None:
    licence.reminded_days = days
    licence.settle_at = next_moment_of(licence)
    licence.save(update_fields=["reminded_days", "settle_at"])
    _tell(licence, _REMINDED, key=f"licence:{licence.uid}:{licence.valid_to}:{days}")


def _end(licence: Licence) -> None:
    waiting = [one for one in pending_renewals(licence) if asked_in_time(one, licence)]
    if waiting:
        _renew_by_silence(licence, waiting[0])
        return
    before, last = standing(licence), licence.valid_to
    licence.expire()
    await_striking_off(licence)
    _tell(licence, _EXPIRED, key=f"licence:{licence.uid}:{last}:expired")
    enter(licence, EntryKind.EXPIRED, before, by=None, on=last)


def _renew_by_silence(licence: Licence, application: Application) -> None:
    """T12: the licence goes on, its case ends by law, and the supervisor reads that nobody decided."""
    before, last = standing(licence), licence.valid_to
    assert last is not None
    until = renewed_until(licence)
    licence.renew_by_silence(until=until)
    licence.reminded_days = None
    handling = lead_of(application)
    paper = RenewalDecision(
        case_facts(handling),
        licence_name=licence.name,
        licence_no=licence.number,
        old_until=last,
        deemed=True,
        asked_on=local_date(application.received_at) if application.received_at else None,
        new_until=until,
    )
    application.terminate(at=now())
    end_case(application, EndingGround.DEEMED_RENEWED, by=None, reason=str(EndingGround.DEEMED_RENEWED.label))
    draft(paper, handling, officer=None)
    announce(application, Terminated(ground=str(EndingGround.DEEMED_RENEWED)), by=None)
    announce(application, RuleBroken("R05", handling.uid, last), by=None)
    _tell(licence, _DEEMED, key=f"licence:{licence.uid}:{last}:deemed")
    enter(licence, EntryKind.DEEMED_RENEWED, before, by=None, application=application, on=last)


def _tell(licence: Licence, text: object, *, key: str) -> None:
    words = {"name": licence.name, "number": licence.number, "until": licence.valid_to}
    tell_applicant(licence.application, LICENCE, text, key=key, **words)
