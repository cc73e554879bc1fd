"""Two at once between levels and departments, with real threads: nothing is lost, nothing happens twice."""

from functools import partial
from typing import Any

import pytest

from applications.actions.answer_opinion import answer_opinion
from applications.actions.ask_opinion import ask_opinion
from applications.actions.decide import grant
from applications.actions.join_in import join_in
from applications.actions.return_down import return_down
from applications.actions.transfer import transfer
from applications.lifecycle import CaseState, HandlingState
from applications.models import Decision, OpinionRequest, Role
from hall.events.models import Event
from tests.applications.actions.test_races import losers, together
from tests.factories.cases import (
    CONTENT,
    WATER_SUPPLY,
    accepted_case,
    clerk,
    examine,
    fresh,
    joint_parts,
    reported_case,
    seen,
    staff_member,
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_departments_that_join_in_at_once_are_both_heard(city):
    lead = accepted_case(WATER_SUPPLY)
    version = seen(lead)
    told: Any = {"seen": version, "favourable": True, "opinion": "经审查，符合本部门的要求。"}
    deeds = [partial(join_in, one.uid, clerk(one, "examiner"), **told) for one in joint_parts(lead).values()]
    assert [one for one in together(deeds) if isinstance(one, Exception)] == []
    states = lead.application.handlings.filter(role=Role.JOINT).values_list("state", flat=True)
    assert set(states) == {HandlingState.CONCLUDED}
    given = Event.objects.filter(subject_uid=lead.application.uid, kind="applications.JointOpinionGiven")
    assert len(set(given.values_list("version", flat=True))) == 2


def test_one_department_that_presses_twice_is_heard_once(city):
    part = joint_parts(accepted_case(WATER_SUPPLY))["water_resources"]
    told: Any = {"seen": seen(part), "favourable": True, "opinion": "水源可靠，符合本部门的要求。"}
    losers(together([partial(join_in, part.uid, clerk(part, "examiner"), **told)] * 4))
    assert Event.objects.filter(kind="applications.JointOpinionGiven").count() == 1


def test_a_case_is_returned_or_decided_never_both(city):
    above = examine(reported_case())
    signer, version = clerk(above, "signer"), seen(above)
    back = partial(return_down, above.uid, signer, seen=version, missing="防洪影响没有审查结论。")
    decide = partial(grant, above.uid, signer, seen=version, content=CONTENT)
    losers(together([back, decide] * 2))
    above = fresh(above)
    decided = Decision.objects.filter(application=above.application).exists()
    assert above.state == (HandlingState.CONCLUDED if decided else HandlingState.RETURNED)
    assert above.application.state == (CaseState.DECIDED if decided else CaseState.ACCEPTED)
    opened = above.application.handlings.filter(role=Role.LEAD, ended_at=None)
    assert opened.count() == (0 if decided else 1)


def test_two_transfers_at_once_open_one_handling(city):
    handling = accepted_case()
    head, version = clerk(handling, "head"), seen(handling)
    reason = "经营场所位于万州区，属于万州区的职权范围。"
    losers(together([partial(transfer, handling.uid, head, seen=version, to="500101", reason=reason)] * 3))
    assert handling.application.handlings.count() == 2


def test_two_examiners_who_answer_at_once_give_one_answer(city):
    handling = accepted_case()
    asked = ask_opinion(
        handling.uid,
        clerk(handling, "examiner"),
        seen=seen(handling),
        level="district",
        kind="水利",
        question="取水是否合法？请核对。",
        days=5,
    )
    examiner = staff_member("yz-sl-examiner")
    losers(together([partial(answer_opinion, asked.uid, examiner, answer="取水许可在有效期内。")] * 3))
    assert OpinionRequest.objects.get().answer == "取水许可在有效期内。"
