"""What is published goes to the credit platform, sealed, and nowhere else; faults are listed by row and field."""

import json

import pytest
from django.db import connection

from applications.events import LicenceMoved
from applications.models import Licence
from hall.accounts.deeds import announce
from hall.crypto import unseal
from hall.crypto.sealed import Unreadable
from hall.events.models import Event, Letter
from hall.events.worker import drain
from integrations.credit.demo import DemoCredit
from tests.cast import client_of
from tests.disclosure.changing import RIGHT, corrected, taken_back
from tests.disclosure.making import PERSON, again, discloser, public_of, published
from tests.factories.cases import delivered_case
from tracking.creditfile.actions.sending import check_again, deliver
from tracking.creditfile.models import CreditFile, CreditRow, Standing
from tracking.creditfile.tasks import send
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record

pytestmark = pytest.mark.django_db


@pytest.fixture
def platform(monkeypatch):
    """What the credit platform received, by key."""
    received: dict[str, str] = {}
    monkeypatch.setattr(DemoCredit, "disclose", lambda self, sealed, key: received.setdefault(key, sealed))
    return received


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
    Disclosure.objects.filter(pk=disclosure.pk).update(valid_from=None)
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
    found = CreditFile.objects.raw("SELECT id, rows::text AS plain FROM creditfile_creditfile")[0]
    sealed_at_rest = vars(found)["plain"]
    assert applicant_zhang.id_number not in sealed_at_rest
    drain()
    (row,) = rows_of(platform)
    assert row["XK_XDR_ZJHM"] == applicant_zhang.id_number
    assert CreditFile.objects.get().rows is None
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
    assert file.delivered_at is None
    assert file.rows


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
