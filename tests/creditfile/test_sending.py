"""What is published goes to the credit platform, sealed, and nowhere else; faults are listed by row and field."""

import json
from datetime import datetime, time, timedelta
from typing import ClassVar

import pytest
from django.db import connection

from applications.events import LicenceMoved
from applications.models import Application, Licence
from hall.accounts.deeds import announce
from hall.audit.models import Entry
from hall.clock import SHANGHAI, freeze, now
from hall.crypto import sm3_hex, unseal
from hall.crypto.sealed import Unreadable
from hall.events.models import Event, Letter
from hall.events.worker import drain
from integrations.credit.demo import DemoCredit
from tests.cast import client_of
from tests.disclosure.changing import RIGHT, corrected, taken_back
from tests.disclosure.making import PERSON, again, discloser, public_of, published
from tests.factories.cases import delivered_case
from tracking.creditfile.actions import judging, sending
from tracking.creditfile.actions.judging import check_again
from tracking.creditfile.actions.sending import deliver
from tracking.creditfile.actions.waiting import owe
from tracking.creditfile.models import CreditFile, CreditRow, Standing
from tracking.creditfile.rows import row_of
from tracking.creditfile.tasks import send
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record

pytestmark = pytest.mark.django_db


class Platform(DemoCredit):
    """Keeps what it receives, by key."""

    received: ClassVar[dict[str, str]] = {}

    def disclose(self, sealed, key):
        self.received.setdefault(key, sealed)


@pytest.fixture
def platform(settings):
    """What the credit platform received, by key."""
    settings.HALL_CREDIT = f"{__name__}.{Platform.__name__}"
    Platform.received.clear()
    return Platform.received


def rows_of(platform) -> list[dict[str, str]]:
    return [row for sealed in platform.values() for row in json.loads(unseal(sealed, purpose="credit"))]


def faults_of() -> dict[str, list[str]]:
    return {row.document_number: [one["column"] for one in row.faults] for row in CreditRow.objects.all()}


def complete(**asked) -> Disclosure:
    disclosure, _record = published(**asked)
    drain()
    return disclosure


def lacking() -> Disclosure:
    """Without the validity, which an item may leave to the certificate."""
    disclosure = complete()
    Disclosure.objects.filter(pk=disclosure.pk).update(valid_from=None, valid_to=None)
    Record.objects.update(valid_from=None, valid_to=None)
    return disclosure


def test_what_is_published_is_sent_once_with_all_its_fields(city, platform):
    disclosure = complete()
    assert (send(), send()) == (1, 0)
    drain()
    (row,) = rows_of(platform)
    assert row["XK_XDR_MC"] == "重庆清泉浴室有限公司"
    assert row["XK_WSH"] == disclosure.document_number
    assert (row["XK_ZT"], row["XK_YXQZI"]) == ("1", f"{disclosure.valid_to:%Y/%m/%d}")
    assert CreditRow.objects.get().standing == Standing.SENT


def test_a_person_is_told_in_full_to_the_platform_alone(city, platform, applicant_zhang):
    complete(by=PERSON)
    send()
    at_rest = CreditFile.objects.get().sealed
    assert applicant_zhang.id_number not in at_rest
    assert applicant_zhang.id_number in unseal(at_rest, purpose="credit")
    drain()
    (row,) = rows_of(platform)
    assert (row["XK_XDR_ZJLX"], row["XK_XDR_ZJHM"]) == ("身份证", applicant_zhang.id_number)
    assert CreditFile.objects.get().sealed == ""
    (sealed,) = platform.values()
    with pytest.raises(Unreadable):
        unseal(sealed)
    for letter in Letter.objects.filter(kind="deliver_credit_file"):
        assert set(letter.payload) == {"file"}
    page = client_of(discloser()).get("/500103/credit-files/").content.decode()
    assert applicant_zhang.id_number not in page
    assert applicant_zhang.name not in page


def test_each_missing_field_of_each_row_is_listed(city, platform):
    disclosure = lacking()
    assert send() == 0
    assert faults_of() == {disclosure.document_number: ["XK_YXQZ", "XK_YXQZI"]}
    page = client_of(discloser()).get("/500103/credit-files/").content.decode()
    assert disclosure.document_number in page
    assert "XK_YXQZI" in page
    assert "有效期至" in page
    assert platform == {}


def test_what_was_put_right_is_sent(city, platform):
    disclosure = lacking()
    send()
    Disclosure.objects.filter(pk=disclosure.pk).update(valid_from=disclosure.decided_on)
    # What was judged today already is left until tomorrow.
    assert check_again() == 0
    with freeze(now() + timedelta(days=1)):
        assert (check_again(), send()) == (1, 1)
        drain()
    assert [row["XK_YXQZI"] for row in rows_of(platform)] == ["2099/12/31"]
    assert faults_of() == {disclosure.document_number: []}


def test_delivered_again_it_arrives_under_the_same_key_and_changes_nothing(city, platform):
    complete()
    send()
    drain()
    file = CreditFile.objects.get()
    deliver(file.uid)
    assert list(platform) == [f"credit-file:{file.uid}"]
    assert len(file.sm3) == 64


def test_a_platform_that_is_away_is_told_later(city, monkeypatch):
    def away(self, sealed, key):
        raise ConnectionError

    monkeypatch.setattr(DemoCredit, "disclose", away)
    complete()
    send()
    drain()
    file = CreditFile.objects.get()
    assert (file.delivered_at, file.sm3) == (None, sm3_hex(file.sealed.encode()))


def test_what_is_tried_again_is_the_same_bytes_and_its_digest_is_of_them(city, monkeypatch):
    tried: list[tuple[str, str]] = []

    def answers_late(self, sealed, key):
        tried.append((key, sealed))
        if len(tried) == 1:
            raise ConnectionError

    monkeypatch.setattr(DemoCredit, "disclose", answers_late)
    complete()
    send()
    file = CreditFile.objects.get()
    with pytest.raises(ConnectionError):
        deliver(file.uid)
    deliver(file.uid)
    assert tried[0] == tried[1]
    assert CreditFile.objects.get().sm3 == sm3_hex(tried[1][1].encode())


def test_a_later_row_arrives_after_the_earlier_one_whichever_letter_is_carried_first(city, platform):
    disclosure = complete()
    send()
    CreditRow.objects.update(standing=Standing.WAITING)
    Disclosure.objects.filter(pk=disclosure.pk).update(content="准予经营沐浴场所，内容已变更。")
    send()
    first, last = CreditFile.objects.order_by("id")
    deliver(last.uid)
    deliver(first.uid)
    assert [row["XK_NR"] for row in rows_of(platform)] == [disclosure.content, "准予经营沐浴场所，内容已变更。"]
    assert list(platform) == [f"credit-file:{first.uid}", f"credit-file:{last.uid}"]


def test_what_was_said_before_is_found_in_a_later_run(city, platform):
    first, second = complete(), complete(by=PERSON)
    send()
    words = {"document_number": first.document_number, "decided_on": first.decided_on}
    Disclosure.objects.filter(pk=second.pk).update(**words)
    Application.objects.filter(uid=second.application_uid).update(applicant_name="重庆清泉浴室有限公司")
    CreditRow.objects.update(standing=Standing.WAITING)
    # The first one may be sent anew as often as it changes; the other one says it again.
    assert send() == 1
    told = {row.disclosure_uid: [one["text"] for one in row.faults] for row in CreditRow.objects.all()}
    assert told == {first.uid: [], second.uid: ["与另一条记录重复"]}


def test_new_rows_go_before_those_with_faults(city, platform, monkeypatch):
    for module in (judging, sending):
        monkeypatch.setattr(module, "AT_ONCE", 1)
    monkeypatch.setattr(sending, "_FILES", 1)
    old = lacking()
    assert send() == 0
    fresh = complete(by=PERSON)
    with freeze(now() + timedelta(days=1)):
        assert (check_again(), send()) == (0, 1)
    assert CreditRow.objects.get(standing=Standing.SENT).disclosure_uid == fresh.uid
    assert CreditRow.objects.get(standing=Standing.FAULTY).disclosure_uid == old.uid


def test_how_it_stands_is_asked_of_the_licence_and_not_of_the_register(city, platform):
    handling = delivered_case(by="qingquan")
    drain()
    disclosure = public_of(handling.application.uid)
    drain()
    licence = Licence.objects.get()
    row = row_of(disclosure)
    assert (row["XK_ZT"], row["XK_XKBH"]) == ("1", licence.number)
    # The register hears of it a little later.
    licence.entries.create(kind="revoked", on=licence.issued_on)
    assert row_of(Disclosure.objects.get())["XK_ZT"] == "2"
    assert Record.objects.get().status == "valid"


def test_what_was_taken_back_before_it_was_sent_is_sent_to_nobody_and_is_no_fault(city, platform):
    disclosure = taken_back(complete())
    drain()
    assert send() == 0
    row = CreditRow.objects.get()
    assert (row.standing, row.faults) == (Standing.LET_GO, [])
    assert Entry.objects.filter(action="credit.let_go", subject_uid=disclosure.uid).count() == 1
    assert disclosure.document_number not in client_of(discloser()).get("/500103/credit-files/").content.decode()


def test_what_had_faults_and_was_taken_back_leaves_the_list_of_them(city, platform):
    disclosure = lacking()
    send()
    taken_back(again(disclosure))
    drain()
    # Also of a row that nothing made wait again.
    CreditRow.objects.update(standing=Standing.FAULTY)
    with freeze(now() + timedelta(days=1)):
        assert (check_again(), check_again(), send()) == (0, 0, 0)
    assert CreditRow.objects.get().standing == Standing.LET_GO
    assert Entry.objects.filter(action="credit.let_go").count() == 1


def test_what_was_let_go_is_owed_when_it_is_published_again(city, platform):
    disclosure = taken_back(complete())
    drain()
    send()
    owe(disclosure)
    assert CreditRow.objects.get().standing == Standing.WAITING


def test_a_licence_that_ended_today_is_settled_before_it_is_written(city, platform):
    handling = delivered_case(by="qingquan")
    drain()
    public_of(handling.application.uid)
    drain()
    licence = Licence.objects.get()
    assert licence.valid_to is not None
    with freeze(datetime.combine(licence.valid_to + timedelta(days=1), time(9), SHANGHAI)):
        assert send() == 1
    assert Licence.objects.get().state == "expired"
    (row,) = json.loads(unseal(CreditFile.objects.get().sealed, purpose="credit"))
    assert row["XK_ZT"] == "2"


def test_a_licence_that_moved_is_owed_again(city, platform):
    handling = delivered_case(by="qingquan")
    drain()
    public_of(handling.application.uid)
    drain()
    send()
    assert CreditRow.objects.get().standing == Standing.SENT

    licence = Licence.objects.get()
    moved = LicenceMoved(kind="revoked", state="revoked", on=licence.issued_on)
    licence.entries.create(kind="revoked", on=licence.issued_on)
    announce(licence, moved, by=None)
    drain()
    assert CreditRow.objects.get().standing == Standing.WAITING
    send()
    drain()
    assert [row["XK_ZT"] for row in rows_of(platform)] == ["1", "2"]


def test_no_address_hands_it_out(city, applicant_zhang):
    assert client_of(applicant_zhang).get("/500103/credit-files/").status_code == 403
    assert client_of(discloser()).get("/500103/credit-files/?after=x").status_code == 400
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM files_storedfile WHERE kind LIKE '%%json%%'")
        assert cursor.fetchone() == (0,)
    assert not Event.objects.filter(kind__startswith="tracking.creditfile").exists()


def test_a_correction_is_sent_again_and_what_was_taken_back_is_told_without_its_words(city, platform):
    disclosure = corrected(again(complete()))
    drain()
    send()
    disclosure = taken_back(disclosure)
    drain()
    send()
    drain()
    told = [(row["XK_NR"], row["XK_ZT"], row["BZ"]) for row in rows_of(platform)]
    assert told == [(RIGHT, "1", ""), ("公示已撤下", "2", "公示已撤下")]
