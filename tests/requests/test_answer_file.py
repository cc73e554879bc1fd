"""The information that was asked for, provided as a file: scanned, and for the applicant and those who answer alone."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hall.errors import Incomplete, Invalid, NotAllowed
from hall.files.models import FileState, StoredFile
from tests.cast import client_of
from tests.factories.answers import pdf
from tests.requests.making import again, checker, checking, discloser, head, person, received
from tracking.requests.actions.answering import Answer, answer, send_back, send_to_check
from tracking.requests.lifecycle import RequestState

pytestmark = pytest.mark.django_db
WAY = "见所附文件。"


def with_file() -> Answer:
    return Answer("provided", way=WAY, file=pdf("抽检结果.pdf"))


def own(request) -> str:
    return f"/500103/requests/{request.uid}/file/"


def desk(request) -> str:
    return f"/500103/requests/desk/{request.uid}/file/"


def test_it_is_scanned_and_reaches_the_applicant_with_the_answer_and_not_before(city):
    request = checking(with_file())
    assert request.answer_file
    assert request.answer_file.state == FileState.KEPT
    assert client_of(person()).get(own(request)).status_code == 404
    answer(request.uid, checker(), seen=request.version)
    given: Any = client_of(person()).get(own(request))
    assert b"".join(given.streaming_content).startswith(b"%PDF")
    assert "attachment" in given["Content-Disposition"]
    assert "抽检结果.pdf" in client_of(person()).get(f"/500103/requests/{request.uid}/").content.decode()


def test_whoever_checks_reads_it_first_and_no_stranger_ever(city, applicant_li, wz_discloser):
    request = checking(with_file())
    for user in (checker(), discloser(), head()):
        assert client_of(user).get(desk(request)).status_code == 200
    answer(request.uid, checker(), seen=request.version)
    assert client_of(applicant_li).get(own(request)).status_code == 404
    assert client_of(wz_discloser).get(desk(request)).status_code == 404
    assert client_of(person()).get(desk(request)).status_code == 403
    for path in (own(request), desk(request)):
        assert client_of().get(path).status_code == 302


def test_what_is_no_allowed_file_is_told_beside_its_field_and_nothing_moves(city):
    request = received()
    said = Answer("provided", way=WAY, file=SimpleUploadedFile("结果.pdf", b"MZ\x90 not a document"))
    with pytest.raises(Invalid) as told:
        send_to_check(request.uid, discloser(), seen=request.version, answer=said)
    assert list(told.value.fields) == ["file"]
    assert again(request).state == RequestState.RECEIVED


def test_nobody_who_may_not_answer_leaves_a_file(city):
    request = received()
    with pytest.raises(NotAllowed):
        send_to_check(request.uid, checker(), seen=request.version, answer=with_file())
    assert not StoredFile.objects.filter(owner_uid=checker().uid).exists()


def test_what_is_withheld_keeps_no_file(city):
    request = checking(with_file())
    request = send_back(request.uid, checker(), seen=request.version, remark="含有商业秘密。")
    said = Answer("withheld", ground="TRADE_SECRET", reason="含有工艺参数。", file=pdf())
    request = send_to_check(request.uid, discloser(), seen=request.version, answer=said)
    assert request.answer_file is None
    answer(request.uid, checker(), seen=request.version)
    assert client_of(person()).get(own(request)).status_code == 404


def test_a_draft_that_came_back_keeps_its_file_until_it_is_taken_out(city):
    request = checking(with_file())
    request = send_back(request.uid, checker(), seen=request.version, remark="写明检测机构。")
    first = request.answer_file
    request = send_to_check(request.uid, discloser(), seen=request.version, answer=Answer("provided", way=WAY))
    assert request.answer_file == first
    request = send_back(request.uid, checker(), seen=request.version, remark="文件不对。")
    assert "去掉已上传的文件" in client_of(discloser()).get(desk(request).removesuffix("file/")).content.decode()
    said = Answer("provided", way=WAY, without_file=True)
    assert send_to_check(request.uid, discloser(), seen=request.version, answer=said).answer_file is None


def test_the_form_of_the_desk_takes_it(city):
    request = received()
    said = {"version": request.version, "kind": "provided", "way": WAY, "file": pdf("抽检结果.pdf")}
    client = client_of(discloser())
    assert client.post(f"/500103/requests/desk/{request.uid}/answer/", said).status_code == 302
    kept = again(request).answer_file
    assert kept
    assert kept.given_name == "抽检结果.pdf"


def test_words_that_are_missing_are_asked_for_though_there_is_a_file(city):
    request = received()
    with pytest.raises(Incomplete):
        send_to_check(request.uid, discloser(), seen=request.version, answer=Answer("provided", file=pdf()))
    assert not StoredFile.objects.exists()


def test_the_right_file_takes_the_place_of_the_wrong_one_which_is_kept_nowhere(city):
    request = checking(with_file())
    request = send_back(request.uid, checker(), seen=request.version, remark="文件不对。")
    said = Answer("provided", way=WAY, file=pdf("改正.pdf"), without_file=True)
    request = send_to_check(request.uid, discloser(), seen=request.version, answer=said)
    assert request.answer_file
    assert request.answer_file.given_name == "改正.pdf"
    assert StoredFile.objects.get() == request.answer_file
