"""Decided by the prescribed procedure (行政许可法 Art. 37): whoever holds the duty still waits for the step before.

Every deed of the blueprint is tried by the person whose deed it is at every point where it is not its turn.
"""

import pytest
from django.utils.translation import override

from applications.actions.accept import accept
from applications.actions.decide import deny, grant
from applications.actions.deliver import deliver
from applications.actions.issue import issue
from applications.actions.report_up import report_up
from applications.actions.review import review
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState
from applications.models import Licence, Paper
from hall.errors import Refused, WrongState
from tests.applications.actions.refusing import refused
from tests.factories import cases
from tests.factories.cases import CONTENT, OPINION, SAND_MINING, accepted_case, checks_for, clerk, decided_case, seen

pytestmark = pytest.mark.django_db

LAW = "《中华人民共和国行政许可法》第三十八条第二款"
DEEDS = {
    "accept": ("window", lambda uid, who, at, _: accept(uid, who, seen=at)),
    "review": (
        "examiner",
        lambda uid, who, at, checks: review(
            uid, who, seen=at, favourable=True, opinion=OPINION, no_conflict=True, checks=checks
        ),
    ),
    "grant": ("signer", lambda uid, who, at, _: grant(uid, who, seen=at, content=CONTENT)),
    "deny": ("signer", lambda uid, who, at, _: deny(uid, who, seen=at, reasons="不符合标准。", legal_basis=[LAW])),
    "issue": ("cert", lambda uid, who, at, _: issue(uid, who, seen=at)),
    "deliver": ("cert", lambda uid, who, at, _: deliver(uid, who, seen=at)),
}
# At each point of a case's life, the deeds whose turn it is.
TURNS = {
    "received_case": {"accept"},
    "accepted_case": {"review"},
    "reviewed_case": {"grant", "deny"},
    "decided_case": {"issue"},
    "issued_case": {"deliver"},
    "delivered_case": set(),
}


OUT_OF_TURN = [(made, deed) for made in TURNS for deed in DEEDS if deed not in TURNS[made]]


@pytest.mark.parametrize(("made", "deed"), OUT_OF_TURN)
def test_out_of_its_turn_no_deed_is_done(city, made, deed):
    handling = getattr(cases, made)()
    role, act = DEEDS[deed]
    with refused(handling, WrongState):
        act(handling.uid, clerk(handling, role), seen(handling), checks_for(handling))


def test_where_a_lower_agency_examines_it_decides_nothing_itself(city):
    """Art. 35: the lower signer's way leads up, and the upper agency examines before it decides."""
    below = cases.reviewed_case(SAND_MINING)
    for deed in ("grant", "deny", "issue", "deliver"):
        role, act = DEEDS[deed]
        with refused(below, WrongState):
            act(below.uid, clerk(below, role), seen(below), [])
    report_up(below.uid, clerk(below, "signer"), seen=seen(below), opinion=OPINION)
    cases.work()
    above = cases.fresh(below.application.handlings.exclude(pk=below.pk).get())
    for deed in ("grant", "deny", "issue", "deliver"):
        role, act = DEEDS[deed]
        with refused(above, WrongState):
            act(above.uid, clerk(above, role), seen(above), [])


def test_a_report_up_without_the_examination_is_refused(city):
    handling = accepted_case(SAND_MINING)
    with refused(handling, Refused):
        report_up(handling.uid, clerk(handling, "signer"), seen=seen(handling), opinion=OPINION)


def test_the_steps_that_were_walked_stand_on_file_in_their_order(city):
    handling = cases.delivered_case()
    walked = list(handling.steps.order_by("id").values_list("kind", flat=True))
    planned = [step.kind for step in handling.application.spec.steps_for(handling.level)]
    assert walked == planned
    ends = list(handling.steps.order_by("id").values_list("ended_at", flat=True))
    assert ends == sorted(ends)
    assert handling.application.state == CaseState.CLOSED


def test_the_certificate_names_its_kind_of_art_39(city):
    with override("en"):
        handling = cases.issued_case()
    assert Licence.objects.filter(application=handling.application).exists()
    paper = Paper.objects.get(handling=handling, kind=Kind.LICENCE)
    assert paper.content["sort"] == "许可证、执照或者其他许可证书"


def test_what_was_decided_once_is_decided(city):
    handling = decided_case()
    for deed in ("grant", "deny"):
        role, act = DEEDS[deed]
        with refused(handling, WrongState):
            act(handling.uid, clerk(handling, role), seen(handling), [])
