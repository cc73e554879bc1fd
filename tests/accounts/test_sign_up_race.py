"""Two who sign up at once with one number: the database lets one in, the other is told."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection

from hall.accounts.actions.sign_up import PersonDetails, sign_up_person
from hall.accounts.models import User
from hall.errors import Invalid
from hall.numbering.demo import demo_id_card


@pytest.mark.django_db(transaction=True)
def test_one_number_makes_one_account_however_close_the_tries():
    start, told = Barrier(2), []

    def try_as(username):
        details = PersonDetails("赵大暑", demo_id_card("500103", date(1991, 7, 23)), "19900000041", username, "x")
        start.wait()
        try:
            sign_up_person(details, hall_code="500103")
        except Invalid as refusal:
            told.append(refusal.fields)
        finally:
            connection.close()

    tries = [Thread(target=try_as, args=[name]) for name in ("dashu-one", "dashu-two")]
    for one in tries:
        one.start()
    for one in tries:
        one.join()
    assert User.objects.count() == 1
    assert [list(fields) for fields in told] == [["id_number"]]
