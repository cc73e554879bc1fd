import hashlib
from datetime import datetime

import pytest
from django.core.files.storage import storages
from django.db import connection

from hall.clock import freeze
from hall.crypto import sm3_hex
from hall.errors import Invalid, NotFound, TooLarge
from hall.files.actions import receive, store
from hall.files.content import facts_of, tidy_name
from hall.files.models import StoredFile
from hall.files.queries import Damaged, open_bytes
from hall.files.storing import write
from hall.uids import uid7
from tests.hall.files.samples import CONTENTS, upload

OWNER = uid7()


def take(content: bytes = CONTENTS["pdf"], name: str = "材料.pdf", kinds=("pdf", "jpg"), most=1_000_000) -> StoredFile:
    return receive(upload(content, name), hall_code="500103", owner_uid=OWNER, kinds=kinds, max_bytes=most)


def refusal(error: type[Exception], *args, **more) -> str:
    with pytest.raises(error) as refused:
        take(*args, **more)
    return str(refused.value)


def test_an_upload_waits_in_quarantine_with_both_its_digests(city):
    file = take()
    assert (file.state, file.storage, file.kind) == ("quarantined", "quarantine", "application/pdf")
    assert file.sha256 == hashlib.sha256(CONTENTS["pdf"]).hexdigest()
    assert file.sm3 == sm3_hex(CONTENTS["pdf"])
    assert file.size == len(CONTENTS["pdf"])
    assert not storages["vault"].exists(file.key)


def test_the_key_holds_hall_month_and_uid_and_nothing_of_the_name(city):
    with freeze(datetime(2026, 11, 23, 9)):
        file = take(name="张三身份证.pdf")
    assert file.key == f"500103/2026/11/{file.uid}"


def test_the_given_name_is_sealed_in_the_database_and_plain_in_the_program(city):
    file = take(name="张三身份证.pdf")
    with connection.cursor() as cursor:
        cursor.execute("SELECT given_name FROM files_storedfile WHERE id = %s", [file.pk])
        (column,) = cursor.fetchone()
    assert "张三" not in column
    assert StoredFile.objects.get(pk=file.pk).given_name == "张三身份证.pdf"


def test_the_content_decides_the_kind_and_not_the_name(city):
    assert take(CONTENTS["jpg"], name="照片.pdf").kind == "image/jpeg"
    assert "PDF、JPG" in refusal(Invalid, b"<html></html>", name="材料.pdf")


def test_a_kind_that_this_material_does_not_take_is_refused(city):
    refusal(Invalid, CONTENTS["docx"])


def test_too_large_says_how_large_and_how_large_it_may_be(city):
    assert "上限" in refusal(TooLarge, most=100)


def test_a_file_of_exactly_the_limit_is_taken(city):
    assert take(most=len(CONTENTS["pdf"])).size == len(CONTENTS["pdf"])


def test_an_empty_file_is_refused(city):
    assert "空" in refusal(Invalid, b"")


def test_a_refused_upload_leaves_nothing_behind(city, tmp_path):
    refusal(Invalid, b"<html></html>")
    assert not StoredFile.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_file_in_quarantine_cannot_be_read(city):
    with pytest.raises(NotFound):
        open_bytes(take())


def test_what_the_hall_made_itself_is_kept_at_once(city):
    paper = store(b"%PDF paper", name="许可证.pdf", kind="application/pdf", hall_code="500103", owner_uid=None)
    assert (paper.state, paper.storage) == ("kept", "vault")
    assert open_bytes(paper) == b"%PDF paper"


def test_a_content_that_was_tampered_with_is_not_handed_out(city, tmp_path):
    paper = store(b"genuine", name="a.pdf", kind="application/pdf", hall_code="500103", owner_uid=None)
    (tmp_path / "vault" / paper.key).write_bytes(b"changed")
    with pytest.raises(Damaged):
        open_bytes(paper)


def test_a_key_is_never_written_twice(city):
    paper = store(b"first", name="a.pdf", kind="application/pdf", hall_code="500103", owner_uid=None)
    with pytest.raises(FileExistsError):
        write("vault", paper.key, upload(b"second"))
    assert open_bytes(paper) == b"first"


def test_digests_do_not_depend_on_the_pieces():
    assert facts_of([b"ab", b"", b"c"]) == facts_of([b"abc"])
    assert facts_of([b"abc"]).sm3.startswith("66c7f0f4")


@pytest.mark.parametrize(
    ("given", "tidy"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\照片.jpg", "照片.jpg"),
        ("a\r\nb\x00.pdf", "ab.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("", ""),
    ],
)
def test_a_name_is_tidied_before_it_is_shown_again(given, tidy):
    assert tidy_name(given) == tidy
