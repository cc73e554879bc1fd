"""A record of an older register is taken back by an operator, and no import brings it again."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from hall.audit.models import Entry
from hall.errors import WrongState
from hall.uids import uid7
from tests.cast import client_of
from tests.disclosure.making import published
from tests.opendata.test_importing import row, run, written
from tests.register.making import publication
from tracking.opendata.actions.taking_back import take_back_imported
from tracking.register.actions import enter
from tracking.register.models import Record, RecordChangeReason

pytestmark = pytest.mark.django_db
SCOPE = RecordChangeReason.SCOPE


def test_it_is_gone_and_stays_gone_when_the_import_is_run_again(city, tmp_path):
    older = written(tmp_path, row(index_number="000/2019-00001"))
    run(older)
    record = Record.objects.get()
    said = StringIO()
    call_command("take_back_record", str(record.uid), "--reason", "scope", stdout=said)
    assert "已撤下" in said.getvalue()
    assert client_of().get(f"/register/{record.uid}/").status_code == 410
    assert "已经撤下，不再导入" in run(older)
    assert not Record.objects.exists()
    assert Entry.objects.filter(action="register.taken_back", subject_uid=record.uid).count() == 1


def test_its_index_number_is_given_to_no_other(city, tmp_path):
    run(written(tmp_path, row(index_number="000/2019-00001")))
    take_back_imported(Record.objects.get().uid, reason=SCOPE)
    other = written(tmp_path, row(index_number="000/2019-00001", document_number="渝水许可〔2019〕4号"))
    assert "索引号已被另一条记录使用" in run(other)


def test_what_was_published_here_is_taken_back_at_the_desk(city):
    _disclosure, record = published()
    with pytest.raises(CommandError):
        call_command("take_back_record", str(record.uid), "--reason", "mistake")
    assert Record.objects.exists()
    with pytest.raises(CommandError):
        call_command("take_back_record", str(uid7()), "--reason", "mistake")


def test_entering_the_same_source_again_does_not_bring_it_back(city):
    told = publication()
    take_back_imported(enter(told).uid, reason=SCOPE)
    with pytest.raises(WrongState):
        enter(told)
