"""A paper is checked without the hall: published certificates, a signed list of what is worth nothing any more."""

import json
import subprocess
from datetime import timedelta
from hashlib import sha256
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command

from applications.actions.papers import void_paper
from applications.documents.kinds import Kind
from applications.models import Licence
from hall.accounts.people import actor_of
from hall.clock import freeze, now
from hall.events.worker import drain
from hall.files.queries import open_bytes
from tests.cast import client_of
from tests.factories.cases import accepted_case, delivered_case, staff_member
from tests.opendata.making import body
from tracking.opendata.actions import revoking
from tracking.opendata.actions.revoking import publish_list
from tracking.opendata.models import RevocationList

pytestmark = pytest.mark.django_db
OFFLINE = "/open-data/offline/"
LATEST = f"{OFFLINE}latest.json"


@pytest.fixture
def paper(real_papers, city):
    handling = accepted_case()
    drain()
    return handling.papers.get(kind=Kind.ACCEPTANCE)


def told_by(latest: dict[str, str]) -> dict[str, bytes]:
    """The three files of one publication, by their names."""
    addresses = {latest[name].rsplit("/", 1)[1]: latest[name] for name in ("keys", "revoked", "signature")}
    return {name: body(client_of().get(urlsplit(address).path)) for name, address in addresses.items()}


def listed() -> bytes:
    return told_by(client_of().get(LATEST).json())["revoked.jsonl"]


def fetched(tmp_path: Path, pdf: bytes) -> list[str]:
    """What a stranger has: the paper, the certificates and the list, as files."""
    files = {"paper.pdf": pdf} | told_by(client_of().get(LATEST).json())
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return [
        str(tmp_path / "paper.pdf"),
        "--keys",
        str(tmp_path / "keys.pem"),
        "--revoked",
        str(tmp_path / "revoked.jsonl"),
        "--signature",
        str(tmp_path / "revoked.jsonl.p7s"),
    ]


def checked(told: list[str]) -> str:
    said = StringIO()
    call_command("verify_paper", *told, stdout=said)
    return said.getvalue()


def test_a_signed_paper_holds_until_it_is_voided(paper, tmp_path):
    pdf = open_bytes(paper.file)
    publish_list()
    assert "签名有效" in checked(fetched(tmp_path, pdf))
    void_paper(paper.uid, reason="内容有误。", by=actor_of(staff_member("yz-wj-window")))
    publish_list()
    with pytest.raises(CommandError, match="voided"):
        checked(fetched(tmp_path, pdf))


def test_a_list_with_a_line_left_out_or_cut_is_not_believed(paper, tmp_path):
    void_paper(paper.uid, reason="内容有误。", by=actor_of(staff_member("yz-wj-window")))
    publish_list()
    told = fetched(tmp_path, open_bytes(paper.file))
    header, *_lines = (tmp_path / "revoked.jsonl").read_bytes().splitlines(keepends=True)
    for content in (header, b"", header[:20]):
        (tmp_path / "revoked.jsonl").write_bytes(content)
        with pytest.raises(CommandError, match="重新下载"):
            checked(told)


def test_an_altered_or_unsigned_paper_does_not_hold(paper, tmp_path):
    publish_list()
    pdf = bytearray(open_bytes(paper.file))
    pdf[len(pdf) // 3] ^= 1
    for held in (bytes(pdf), b"%PDF-1.7\n%%EOF\n"):
        with pytest.raises(CommandError):
            checked(fetched(tmp_path, held))


def test_an_old_list_says_nothing_any_more(paper, tmp_path):
    publish_list()
    told = fetched(tmp_path, open_bytes(paper.file))
    with freeze(now() + timedelta(days=3)), pytest.raises(CommandError, match="过期"):
        checked(told)


def test_the_list_is_signed_so_that_openssl_can_tell(paper, tmp_path):
    publish_list()
    fetched(tmp_path, b"")
    files = "-in revoked.jsonl.p7s -content revoked.jsonl -CAfile keys.pem"
    command = f"openssl cms -verify -binary -inform DER {files} -purpose any"
    good = subprocess.run(command.split(), cwd=tmp_path, capture_output=True)
    assert good.returncode == 0, good.stderr
    (tmp_path / "revoked.jsonl").write_bytes((tmp_path / "revoked.jsonl").read_bytes() + b" ")
    assert subprocess.run(command.split(), cwd=tmp_path, capture_output=True).returncode != 0


def test_whoever_began_to_fetch_before_another_list_was_published_has_what_belongs_together(paper, tmp_path):
    publish_list()
    told = fetched(tmp_path, open_bytes(paper.file))
    before = client_of().get(LATEST).json()
    void_paper(paper.uid, reason="内容有误。", by=actor_of(staff_member("yz-wj-window")))
    publish_list()
    after = client_of().get(LATEST).json()
    assert before["sha256"] != after["sha256"]
    for latest in (before, after):
        files = told_by(latest)
        assert sha256(files["revoked.jsonl"]).hexdigest() == latest["sha256"]
        for name, content in files.items():
            (tmp_path / name).write_bytes(content)
        if latest is before:
            assert "签名有效" in checked(told)
    with pytest.raises(CommandError, match="voided"):
        checked(told)
    # The list of one publication with the signature of another is not believed.
    (tmp_path / "revoked.jsonl").write_bytes(told_by(before)["revoked.jsonl"])
    with pytest.raises(CommandError, match="与它的签名不符"):
        checked(told)
    assert client_of().get(f"{OFFLINE}{'0' * 64}/revoked.jsonl").status_code == 404


def test_a_list_that_cannot_be_signed_leaves_the_one_before(city, monkeypatch):
    before = publish_list()

    def breaks(name, *told):
        raise OSError(name)

    monkeypatch.setattr(revoking, "_signing", breaks)
    with freeze(now() + timedelta(hours=25)), pytest.raises(OSError, match="sign"):
        publish_list()
    assert client_of().get(LATEST).json()["sha256"] == before.file.sha256


def test_certificates_of_a_licence_that_is_not_in_force_are_listed_by_digest_alone(city):
    handling = delivered_case(by="zhangxiaoman")
    drain()
    certificate = handling.application.papers.get(kind=Kind.LICENCE)
    publish_list()
    assert certificate.sm3 not in listed().decode()
    Licence.objects.filter(application=handling.application).update(state="revoked")
    publish_list()
    header, *rows = map(json.loads, listed().splitlines())
    assert set(header) == {"made_at", "next_update"}
    assert {"sm3": certificate.sm3, "reason": "revoked"} in rows
    assert all(set(one) == {"sm3", "reason"} for one in rows)


def test_a_list_that_says_nothing_new_is_made_again_only_at_half_its_age(city):
    assert client_of().get(LATEST).status_code == 404
    assert publish_list() == publish_list()
    with freeze(now() + timedelta(hours=25)):
        publish_list()
    assert RevocationList.objects.count() == 2
    page = client_of().get(OFFLINE).content.decode()
    assert "文书失效清单" in page
    assert "离线验证文书" in client_of().get("/papers/").content.decode()
