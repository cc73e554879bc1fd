from datetime import timedelta

import pytest
from django.core.files.storage import storages

from hall.clock import freeze, now
from hall.files.actions import keep, receive
from hall.files.leftovers import clear_quarantine
from hall.files.models import StoredFile
from hall.uids import uid7
from tests.hall.files.samples import CONTENTS, upload

pytestmark = pytest.mark.django_db(transaction=True)


def received() -> StoredFile:
    return receive(upload(CONTENTS["pdf"]), hall_code="500103", owner_uid=uid7(), kinds=["pdf"], max_bytes=1_000_000)


def test_what_nobody_examined_for_a_day_is_dropped_and_the_row_says_so(city):
    file = received()
    with freeze(now() + timedelta(hours=25)):
        assert clear_quarantine() == 1
        assert clear_quarantine() == 0
    file.refresh_from_db()
    assert (file.state, file.remark) == ("rejected", "未经安全检查，已清除")
    assert not storages["quarantine"].exists(file.key)


def test_todays_uploads_and_kept_files_stay(city):
    waiting, kept = received(), keep(received())
    assert clear_quarantine() == 0
    with freeze(now() + timedelta(hours=25)):
        clear_quarantine()
    kept.refresh_from_db()
    assert kept.state == "kept"
    assert storages["vault"].exists(kept.key)
    assert not storages["quarantine"].exists(waiting.key)
