import pytest
from django.core.files.storage import storages

from hall.errors import Invalid, WrongState
from hall.files.actions import keep, receive
from hall.files.models import StoredFile
from hall.files.queries import open_bytes
from hall.files.scanning import Scanner, ScannerAway
from hall.uids import uid7
from integrations.antivirus.builtin import EICAR, SignatureScanner
from tests.hall.files.samples import CONTENTS, upload

pytestmark = pytest.mark.django_db(transaction=True)


class BrokenScanner(Scanner):
    def scan(self, content):
        raise ConnectionResetError("the stream was longer than the scanner takes")


def received(content: bytes = CONTENTS["pdf"]) -> StoredFile:
    return receive(upload(content), hall_code="500103", owner_uid=uid7(), kinds=["pdf"], max_bytes=1_000_000)


def test_a_clean_file_moves_to_the_vault(city):
    file = keep(received())
    assert (file.state, file.storage) == ("kept", "vault")
    assert open_bytes(file) == CONTENTS["pdf"]
    assert not storages["quarantine"].exists(file.key)


def test_an_infected_file_is_refused_its_content_dropped_and_the_row_stays(city):
    file = received(CONTENTS["pdf"].replace(b"%%EOF", b"%" + EICAR + b"\n%%EOF"))
    with pytest.raises(Invalid) as refused:
        keep(file)
    assert "EICAR" in str(refused.value)
    file.refresh_from_db()
    assert (file.state, file.remark) == ("rejected", "EICAR-Test-File")
    assert not storages["quarantine"].exists(file.key)
    assert not storages["vault"].exists(file.key)


def test_without_a_verdict_the_file_stays_in_quarantine(city, settings):
    settings.HALL_SCANNER = f"{__name__}.BrokenScanner"
    file = received()
    with pytest.raises(ScannerAway) as away:
        keep(file)
    assert away.value.status == 503
    file.refresh_from_db()
    assert file.state == "quarantined"
    assert not storages["vault"].exists(file.key)


def test_a_scanner_that_does_not_exist_keeps_nothing(city, settings):
    settings.HALL_SCANNER = "integrations.antivirus.absent.Scanner"
    with pytest.raises(ScannerAway):
        keep(received())


def test_a_file_is_kept_once(city):
    file = received()
    keep(file)
    with pytest.raises((ScannerAway, WrongState)):
        keep(file)


def test_the_signature_is_found_across_the_pieces_that_are_read():
    class Pieces:
        def __init__(self) -> None:
            self.rest = [b"x" * 100 + EICAR[:30], EICAR[30:] + b"y", b""]

        def read(self, size: int) -> bytes:
            return self.rest.pop(0)

    assert not SignatureScanner().scan(Pieces()).clean
