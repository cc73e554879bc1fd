"""The automatic decision 自动审批: where every published rule of the item holds, the grant follows by itself.

It only grants. A rule that fails, a promise that is pending or anything that stands in the way passes the case to a
person and decides nothing (行政许可法 Art. 34, 38; 个人信息保护法 Art. 24: fair, explained, and a person may be asked).
Acceptance and decision are the same transitions that a person's deeds make, in one transaction.
"""

from datetime import datetime

from django.utils.translation import override

from applications.actions.admission import admit
from applications.actions.granting import settle_grant
from applications.actions.licensing import make_licence
from applications.events import PassedToPerson, RulesHeld
from applications.lifecycle import AcceptanceMode, HandlingState
from applications.models import Application, AutomaticCheck, Handling, Room
from applications.models.automatic_check import Settled
from applications.queries.automatic import Outcome, for_a_person, outcomes_of
from applications.queries.fees import held_up
from applications.queries.moments import next_moment
from hall.accounts.deeds import announce
from hall.catalogue.spec import on_record
from hall.clock import today


@override("zh-hans")
def decide_automatically(application: Application, moment: datetime) -> None:
    """Record each rule with its outcome, then grant or pass on. The decision is dated when it is made, not before."""
    handling = application.handlings.select_related("department__hall", "hall").get(state=HandlingState.INTAKE)
    handling.application = application
    outcomes, hindered = outcomes_of(handling), list(for_a_person(handling))
    application.enter(Room.AUTOMATIC)
    application.settle_at = next_moment(application)
    granted = not hindered and all(one["holds"] for one in outcomes)
    AutomaticCheck.objects.create(
        application=application,
        settled=Settled.GRANTED if granted else Settled.PASSED_ON,
        outcomes=outcomes,
        hindered_by=hindered,
    )
    if granted:
        _grant(handling, outcomes)
    else:
        announce(application, PassedToPerson(), by=None)


def _grant(handling: Handling, outcomes: list[Outcome]) -> None:
    application = handling.application
    automatic = application.spec.automatic
    assert automatic is not None
    announce(application, RulesHeld(), by=None)
    admit(handling, on=today(), mode=AcceptanceMode.NORMAL, by=None, past=["review"])
    rules = [one["text"] for one in outcomes]
    decision = settle_grant(handling, content=on_record(automatic.content), by=None, rules=rules)
    if handling.step_kind == "issue" and not held_up(handling.application, "issue"):
        make_licence(handling, decision, by=None)
