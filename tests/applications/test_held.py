"""A row that a deed holds: what it writes, what it leaves alone, and what keeps it from overwriting another's move."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_fsm import ConcurrentTransition

from applications.actions.locking import locked_handling
from applications.models import Application, Handling, Room
from hall.crypto import EncryptedTextField
from hall.database.statements import row
from tests.factories.cases import received_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(city) -> Application:
    application = row(Application, "id = %s", received_case().application_id, locked=True)
    assert application is not None
    application.hold()
    return application


def written(application: Application | Handling) -> set[str]:
    """The columns that saving it now sets."""
    with CaptureQueriesContext(connection) as asked:
        application.save()
    told = [one["sql"] for one in asked if one["sql"].startswith("UPDATE")]
    names = {str(one.column) for one in type(application)._meta.concrete_fields}
    return {name for sql in told for name in names if f'"{name}" = ' in sql.partition(" WHERE ")[0]}


def test_only_what_changed_is_written(held):
    held.version += 1
    held.overrun_reason = "等待专家意见"
    assert written(held) == {"version", "overrun_reason"}


def test_what_was_written_is_not_written_again(held):
    held.version += 1
    held.save()
    held.truth_stated_at = None
    assert written(held) == {"truth_stated_at"}


def test_a_list_and_an_answer_changed_in_place_are_noticed(held):
    held.breaches.append("R05:1")
    held.answers["remark"] = "改动"
    assert written(held) == {"breaches", "answers"}
    held.enter(Room.COMMITMENT)
    assert written(held) == {"rooms"}


def test_what_is_read_late_and_changed_is_written(city):
    application = received_case().application
    application = row(Application, "id = %s", application.pk, unread=("answers", "personal_answers"), locked=True)
    assert application is not None
    application.hold()
    application.answers = {**application.answers, "remark": "改动"}
    application.save()
    assert Application.objects.get(pk=application.pk).answers["remark"] == "改动"


def test_what_others_wrote_before_under_another_row_stays(held):
    """Two rows of one case in one transaction: neither takes back what the other wrote."""
    Application.objects.filter(pk=held.pk).update(overrun_reason="先写的")
    held.version += 1
    held.save()
    assert Application.objects.get(pk=held.pk).overrun_reason == "先写的"


def test_a_move_made_by_another_is_not_overwritten(held):
    Application.objects.filter(pk=held.pk).update(state="withdrawn")
    held.version += 1
    with pytest.raises(ConcurrentTransition):
        held.save()


def test_a_deed_holds_case_and_handling(city):
    with locked_handling(received_case().uid) as handling:
        handling.step_kind = "review"
        handling.application.version += 1
        assert written(handling) == {"step_kind"}
        assert written(handling.application) == {"version"}


def test_a_row_composed_once_is_the_row_that_django_reads(held):
    read = Application.objects.get(pk=held.pk)
    told = [one.attname for one in Application._meta.concrete_fields]
    assert [vars(held)[name] for name in told] == [vars(read)[name] for name in told]
    sealed = [one for one in Application._meta.concrete_fields if isinstance(one, EncryptedTextField)]
    assert any(vars(held)[one.attname] for one in sealed)


def test_no_such_row():
    assert row(Application, "id = %s", 0) is None
