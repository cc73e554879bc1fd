"""Accept, refuse with reason and channel, answer each point: once each, by one of two who try at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction

from complaints.grievances.actions.handle import accept, answer, refuse
from complaints.grievances.lifecycle import GrievanceState
from complaints.grievances.models import Grievance
from hall.errors import Incomplete, NotFound, WrongState
from hall.uids import uid7
from tests.grievances.making import REPLY, accepted, again, answered, filed, handler, officer_of

pytestmark = pytest.mark.django_db


def test_an_answer_names_its_handler_and_ends_the_period(city):
    grievance = answered()
    assert (grievance.state, grievance.reply) == (GrievanceState.ANSWERED, REPLY)
    assert grievance.handler_name == handler().name
    assert grievance.due is None


def test_a_refusal_tells_the_reason_and_the_right_channel(city):
    grievance = refuse(filed().uid, handler(), reason="other_procedure", channel="请向渝中区人民政府申请行政复议。")
    assert grievance.state == GrievanceState.REFUSED
    assert grievance.get_refusal_reason_display().startswith("已经或者依法应当通过诉讼")


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({"reason": "", "channel": "12345"}, {"reason"}),
        ({"reason": "because", "channel": "12345"}, {"reason"}),
        ({"reason": "unclear", "channel": "  "}, {"channel"}),
        ({"reason": "", "channel": ""}, {"reason", "channel"}),
    ],
)
def test_a_refusal_without_either_is_refused_itself(city, said, fields):
    grievance = filed()
    with pytest.raises(Incomplete) as told:
        refuse(grievance.uid, handler(), **said)
    assert set(told.value.fields) == fields
    assert again(grievance).state == GrievanceState.RECEIVED


def test_the_database_itself_knows_no_refusal_without_a_reason(city):
    grievance = filed()
    with pytest.raises(IntegrityError), transaction.atomic():
        Grievance.objects.filter(pk=grievance.pk).update(state="refused")


def test_an_answer_of_two_words_is_none(city):
    grievance = accepted()
    with pytest.raises(Incomplete):
        answer(grievance.uid, handler(), reply="  已阅。  ")
    assert again(grievance).state == GrievanceState.ACCEPTED


def test_nothing_is_done_out_of_its_turn(city):
    received, ended = filed(), answered()
    deeds: list[tuple[Callable[..., object], Grievance, dict[str, str]]] = [
        (answer, received, {"reply": REPLY}),
        (accept, ended, {}),
        (refuse, ended, {"reason": "unclear", "channel": "12345"}),
        (answer, ended, {"reply": REPLY}),
    ]
    for deed, grievance, said in deeds:
        with pytest.raises(WrongState) as told:
            deed(grievance.uid, handler(), **said)
        assert told.value.happened
    assert again(ended).version == ended.version


def test_what_does_not_exist_is_not_found(city):
    with pytest.raises(NotFound):
        accept(uid7(), handler())


@pytest.mark.django_db(transaction=True)
def test_of_two_handlers_at_once_one_accepts_and_the_other_is_told(city, staff):
    grievance, second = filed(), officer_of(city.departments["yz-rs"])

    def take(user) -> str:
        try:
            return str(accept(grievance.uid, user).state)
        except WrongState as told:
            return str(told.happened[0])
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(take, [handler(), second]))
    assert said == sorted(["accepted", f"{again(grievance).handler_name}：受理"])
