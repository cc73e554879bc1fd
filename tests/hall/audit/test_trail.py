"""The trail is only added to, holds no values, and shows when it was tampered with."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from hall.actor import Actor
from hall.audit import partitions, sealer
from hall.audit.models import Entry
from hall.audit.trail import record
from hall.clock import freeze
from hall.uids import uid7

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_acts():
    clerk = Actor(uid7(), "王窗口")
    for action in ["accept", "review", "decide"]:
        record(action, actor=clerk, hall_code="500103", subject_uid=uid7(), changes={"phone": "13800000000"})


def test_an_act_keeps_a_digest_and_never_the_value(three_acts):
    assert "13800000000" not in str(list(Entry.objects.values()))


def test_nobody_can_change_an_act(three_acts):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.update(actor_name="别人")


def test_nobody_can_remove_an_act(three_acts):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.all().delete()


def test_sealed_acts_form_a_whole_chain(three_acts):
    assert sealer.seal() == 3
    assert sealer.seal() == 0
    record("later", actor=None, hall_code="500103")
    sealer.seal()
    assert sealer.broken("500103") == []


def test_each_hall_has_a_chain_of_its_own(three_acts):
    record("elsewhere", actor=None, hall_code="500101")
    sealer.seal()
    assert Entry.objects.filter(previous="").count() == 2


def test_a_row_changed_behind_the_trigger_is_found(three_acts):
    sealer.seal()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_append_only")
        cursor.execute("UPDATE audit_entry SET action = 'refuse' WHERE action = 'review'")
    assert len(sealer.broken("500103")) == 1


def test_a_row_removed_behind_the_trigger_is_found(three_acts):
    sealer.seal()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_append_only")
        cursor.execute("DELETE FROM audit_entry WHERE action = 'review'")
    assert len(sealer.broken("500103")) == 1


def test_acts_of_a_prepared_month_lie_in_its_partition():
    with freeze(datetime(2031, 5, 4, 3, 0, tzinfo=UTC)):
        partitions.prepare()
        record("accept", actor=None, hall_code="500103")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_entry_2031_05")
        assert cursor.fetchone() == (1,)


def test_preparing_twice_changes_nothing():
    partitions.prepare()
    partitions.prepare()


def test_a_month_whose_rows_came_before_its_partition_is_left_where_they_are():
    with freeze(datetime(2032, 5, 4, 3, 0, tzinfo=UTC)):
        record("accept", actor=None, hall_code="500103")
        partitions.prepare()
        record("decide", actor=None, hall_code="500103")
    assert Entry.objects.count() == 2
