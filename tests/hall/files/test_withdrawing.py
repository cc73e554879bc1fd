from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.storage import storages
from django.db import connection

from hall.actor import Actor
from hall.audit.models import Entry
from hall.errors import Invalid, NotFound, WrongState
from hall.files.actions import store, withdraw
from hall.files.models import StoredFile
from hall.files.queries import open_bytes
from hall.uids import uid7

CLERK = Actor(uid7(), "窗口人员")


@pytest.fixture
def kept(city) -> StoredFile:
    return store(b"%PDF", name="a.pdf", kind="application/pdf", hall_code="500103", owner_uid=uid7())


def test_a_withdrawn_file_can_be_fetched_by_nobody_and_stays_as_evidence(kept):
    file = withdraw(kept, CLERK, "发现涉密内容")
    with pytest.raises(NotFound) as refused:
        open_bytes(file)
    assert "停止流转" in str(refused.value)
    assert storages["vault"].exists(file.key)


def test_the_act_is_on_record(kept):
    withdraw(kept, CLERK, "发现涉密内容")
    entry = Entry.objects.get(subject_uid=kept.uid, action="files.withdrawn")
    assert entry.actor_name == "窗口人员"
    assert "涉密" not in str(entry.changes)


def test_a_reason_is_needed(kept):
    with pytest.raises(Invalid):
        withdraw(kept, CLERK, " ")


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_withdraws(kept):
    def act(_: int) -> str:
        try:
            return withdraw(kept, CLERK, "发现涉密内容").state
        except WrongState:
            return "told"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(act, range(2))) == ["told", "withdrawn"]
