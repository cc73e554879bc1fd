"""The applicant's silence after a correction notice (domain.md §1.2 (c), T2): reminders, then what the law says.

The law gives no period and no lapse; only where the item names its basis does the case end by itself (result code 5).
Noticed late, only the latest reminder is sent, and none once the case has lapsed.
"""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from applications import deadlines
from applications.actions.clocks import rebuild_dues
from applications.actions.paperwork import case_facts, draft
from applications.actions.stepping import finish
from applications.actions.telling import CORRECTION, tell_applicant
from applications.documents.builders import Lapse
from applications.events import CorrectionReminded, Lapsed
from applications.models import Application, Correction, CorrectionResult, Handling
from hall.accounts.deeds import announce
from hall.catalogue.spec import on_record
from hall.clock import local_date, now

REMINDER = _("“%(item)s”的申请还没有补正，请在%(due)s前提交。")
LAPSED = _("“%(item)s”的申请逾期没有补正，依法办结。您可以重新申请，理由和救济途径见告知书。")


def mind_silence(application: Application, moment: datetime) -> None:
    """Remind, or let the case lapse when its period is over and the item names the law."""
    correction = application.corrections.select_related("handling").get(supplied_at=None)
    handling = Handling.objects.select_related("department", "hall").get(pk=correction.handling_id)
    handling.application = application
    over = deadlines.moment_after(correction.due)
    if application.spec.lapse_basis and over <= now():
        _lapse(application, handling, correction, over)
    else:
        _remind(application, handling, correction)


def _remind(application: Application, handling: Handling, correction: Correction) -> None:
    noticed_on = local_date(correction.noticed_at)
    past = [share for share, moment in deadlines.reminders(noticed_on, correction.due) if moment <= now()]
    correction.reminded = max(past)
    correction.save(update_fields=["reminded"])
    rebuild_dues(application, handling)
    key = f"correction:{correction.uid}:{correction.reminded}"
    tell_applicant(application, CORRECTION, REMINDER, key=key, due=correction.due)
    announce(application, CorrectionReminded(share=correction.reminded), by=None)


def _lapse(application: Application, handling: Handling, correction: Correction, moment: datetime) -> None:
    correction.result = CorrectionResult.EXPIRED
    correction.save(update_fields=["result"])
    application.lapse(at=moment)
    basis = on_record(application.spec.lapse_basis)
    finish(handling, by=None, favourable=False, opinion=basis)
    handling.end(at=moment)
    rebuild_dues(application, handling)
    asked = tuple(entry["label"] for entry in correction.entries)
    paper = Lapse(
        case_facts(handling), noticed_on=local_date(correction.noticed_at), due=correction.due, asked=asked, basis=basis
    )
    draft(paper, handling, officer=None)
    tell_applicant(application, CORRECTION, LAPSED, key=f"correction:{correction.uid}:lapsed")
    announce(application, Lapsed(round=correction.round), by=None)
