"""A paper's signature is whole, breaks with any change, and tells whose it is."""

import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from applications.documents import certificates
from applications.documents.certificates import development_file
from applications.documents.kinds import Kind
from applications.documents.pdf import press
from applications.documents.sign import sign
from applications.documents.verify import Standing, check, same_file
from hall.crypto import sm3_hex
from tests.applications.documents.samples import CONTENTS


@pytest.fixture
def grant(printed) -> bytes:
    return bytes(printed[Kind.GRANT])


def changed(pdf: bytes, at: int) -> bytes:
    return pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]


@pytest.mark.parametrize("kind", [one.kind for one in CONTENTS])
def test_every_paper_is_signed_by_this_hall(printed, kind):
    verdict = check(printed[kind])
    assert (verdict.standing, verdict.ours) == (Standing.VALID, True)
    assert "演示" in verdict.signer
    assert verdict.signed_at is not None


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_one_changed_byte_breaks_it(grant, share):
    assert check(changed(grant, int(len(grant) * share))).standing == Standing.BROKEN


def test_something_appended_breaks_it(grant):
    assert check(grant + b"\n% one more line\n").standing == Standing.BROKEN


def test_a_second_signature_is_not_our_work(grant):
    with pytest.raises(Exception, match=r"certif|DocMDP|permission|field"):
        sign(grant, reason="again")


def test_a_printed_page_without_signature_is_unsigned():
    assert check(press().print("<p>无签名</p>", mark="演示")).standing == Standing.UNSIGNED


@pytest.mark.parametrize("junk", [b"", b"not a pdf", b"%PDF-1.7 /ByteRange [0 1 2 3]"])
def test_junk_is_never_valid(junk):
    assert check(junk).standing != Standing.VALID


def test_poppler_agrees_that_it_is_valid(tmp_path, grant):
    told = _pdfsig(tmp_path, grant)
    assert "Signature is Valid" in told
    assert "Total document signed" in told
    assert "ETSI.CAdES.detached" in told


def test_poppler_agrees_that_a_changed_byte_breaks_it(tmp_path, grant):
    # Inside the page's text, far from the structures that a reader needs to find the signature.
    told = _pdfsig(tmp_path, changed(grant, grant.index(b"stream") + 40))
    assert "Signature is Valid" not in told


def test_a_strangers_signature_is_valid_but_not_ours(tmp_path, settings, grant):
    settings.HALL_SIGNING_PKCS12 = str(development_file(tmp_path))
    verdict = check(grant)
    assert (verdict.standing, verdict.ours) == (Standing.VALID, False)


def test_an_earlier_certificate_can_stay_trusted(tmp_path, settings, grant):
    authority = next(one for one in certificates.signer().cert_registry if one.ca)
    (tmp_path / "earlier.cer").write_bytes(authority.dump())
    settings.HALL_SIGNING_PKCS12 = str(development_file(tmp_path))
    settings.HALL_SIGNING_TRUST = [str(tmp_path / "earlier.cer")]
    assert check(grant).ours


def test_the_certificate_named_in_settings_signs(tmp_path, settings):
    settings.HALL_SIGNING_PKCS12 = str(development_file(tmp_path))
    assert check(sign(press().print("<p>甲</p>", mark=""), reason="试")).ours


def test_a_first_start_of_many_makes_one_certificate(tmp_path):
    with ThreadPoolExecutor(4) as pool:
        paths = list(pool.map(lambda _: development_file(tmp_path).read_bytes(), range(4)))
    assert len(set(paths)) == 1
    assert development_file(tmp_path).stat().st_mode & 0o077 == 0


def test_the_kept_digest_knows_its_file(grant):
    assert same_file(grant, sm3_hex(grant))
    assert not same_file(changed(grant, 100), sm3_hex(grant))
    assert not same_file(grant, "")


def _pdfsig(folder, pdf: bytes) -> str:
    (folder / "paper.pdf").write_bytes(pdf)
    done = subprocess.run(["pdfsig", str(folder / "paper.pdf")], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr
