"""Asking (政府信息公开条例 Art. 29, 31): by a proven name, once, with a number of its own; sealed at rest."""

from datetime import date, datetime
from functools import partial

import pytest
from django.db import connection

from hall.clock import freeze
from hall.errors import NotAllowed
from hall.events.models import Event
from tests.applications.actions.test_races import together
from tests.requests.making import TITLE, asked, discloser, person, received, submitted
from tracking.requests.actions.file import file
from tracking.requests.actions.handle import confirm
from tracking.requests.actions.settle import settle_all
from tracking.requests.lifecycle import RequestState
from tracking.requests.models import InfoRequest
from tracking.requests.tasks import settle_due

MONDAY = datetime(2026, 3, 2, 10, 0)


@pytest.mark.django_db
class TestAsking:
    def test_it_has_a_number_of_its_own_and_waits_to_be_confirmed(self, city):
        first, second = submitted(), submitted()
        assert first.number.startswith("GK500103")
        assert first.number != second.number
        assert first.state == RequestState.SUBMITTED
        assert first.received_on is None

    def test_the_same_form_sent_again_is_the_same_request(self, city):
        form = asked()
        assert file(form, person()) == file(form, person())
        assert InfoRequest.objects.count() == 1

    def test_without_proof_of_identity_nobody_asks(self, city, newcomer_chen):
        with pytest.raises(NotAllowed):
            file(asked(), newcomer_chen)
        with pytest.raises(NotAllowed):
            file(asked(), discloser())

    def test_what_is_asked_is_sealed_and_the_announcement_names_nobody(self, city):
        request = submitted()
        with connection.cursor() as cursor:
            cursor.execute("SELECT i::text FROM requests_inforequest i")
            row = cursor.fetchone()[0]
        assert TITLE not in row
        assert "19900000001" not in row
        assert Event.objects.get(subject_uid=request.uid).payload == {}


@pytest.mark.django_db
class TestReceipt:
    def test_the_period_begins_on_the_day_that_both_sides_confirm(self, city):
        with freeze(MONDAY):
            request = submitted()
        with freeze(datetime(2026, 3, 3, 9, 0)):
            request = confirm(request.uid, discloser(), seen=request.version)
        assert request.received_on == date(2026, 3, 3)
        # Twenty working days from the third of March (domain.md §11 counts 20 from the second to the thirtieth).
        assert request.due == date(2026, 3, 31)

    def test_an_organ_that_does_not_confirm_has_received_it_on_the_last_day_for_it(self, city):
        with freeze(MONDAY):
            request = submitted()
        assert request.due == date(2026, 3, 4)
        with freeze(datetime(2026, 3, 4, 23, 59)):
            assert settle_all() == 0
        with freeze(datetime(2026, 3, 20, 8, 0)):
            assert (settle_due(), settle_due()) == (1, 0)
        request.refresh_from_db()
        assert request.received_on == date(2026, 3, 4)
        assert request.due == date(2026, 4, 1)
        assert request.papers.get().kind == "receipt"


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_are_one_request(city):
    form, user = asked(), person()
    answers = together([partial(file, form, user)] * 4)
    assert {one.uid for one in answers} == {InfoRequest.objects.get().uid}


@pytest.mark.django_db(transaction=True)
def test_two_who_confirm_at_once_confirm_once(city):
    request = submitted()
    answers = together([partial(confirm, request.uid, discloser(), seen=request.version)] * 3)
    assert sum(isinstance(one, InfoRequest) for one in answers) == 1
    assert request.papers.count() == 1


@pytest.mark.django_db
def test_the_numbers_run_on_without_a_gap(city):
    first, second = received(), received()
    numbers = [int(one.papers.get().number[-7:-1]) for one in (first, second)]
    assert numbers[1] == numbers[0] + 1
