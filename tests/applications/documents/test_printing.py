"""The worker prints each paper once, tries again while the printer is down, and nothing unsigned is served."""

from datetime import timedelta

import pytest
from django_fsm import TransitionNotAllowed

from applications.actions.papers import print_paper, serve_paper, void_paper
from applications.documents.verify import Standing, check
from applications.models import Paper
from applications.models.paper import PaperState
from hall.actor import Actor
from hall.clock import freeze, now
from hall.errors import Incomplete, WrongState
from hall.events.models import Letter
from hall.events.worker import drain
from hall.files.models import FileState, StoredFile
from hall.files.queries import open_bytes
from hall.uids import uid7

CLERK = Actor(uid=uid7(), name="王守正")


def broken_printer(*_: object) -> bytes:
    raise OSError("the printer is down")


def test_the_worker_prints_signs_and_keeps_it(draft, real_papers):
    drafted = draft()
    drain()
    paper = Paper.objects.get(pk=drafted.pk)
    assert (paper.state, paper.is_signed) == (PaperState.SERVED, True)
    assert paper.file
    pdf = open_bytes(paper.file)
    assert check(pdf).standing == Standing.VALID
    assert (paper.file.kind, paper.file.state) == ("application/pdf", FileState.KEPT)
    assert paper.sm3 == paper.file.sm3
    assert paper.number in paper.file.given_name


def test_printed_twice_it_is_one_file(draft):
    drafted = draft()
    first, second = print_paper(drafted.uid), print_paper(drafted.uid)
    assert first.file == second.file
    assert first.signed_at == second.signed_at
    assert StoredFile.objects.count() == 1


def test_while_the_printer_is_down_the_paper_waits_and_is_tried_again(draft, settings):
    settings.HALL_PRINTER = f"{__name__}.broken_printer"
    drafted = draft()
    drain()
    letter = Letter.objects.get(key=f"paper:{drafted.uid}")
    assert (letter.attempts, letter.done_at) == (1, None)
    assert "the printer is down" in letter.problem
    assert Paper.objects.get(pk=drafted.pk).state == PaperState.DRAFTED
    assert not StoredFile.objects.exists()

    del settings.HALL_PRINTER
    settings.HALL_PRINTER = "applications.documents.printing.print_signed"
    with freeze(now() + timedelta(minutes=5)):
        drain()
    letter.refresh_from_db()
    assert letter.done_at
    assert Paper.objects.get(pk=drafted.pk).is_signed


def test_other_papers_are_printed_though_one_cannot_be(draft):
    bad, good = draft(), draft()
    Paper.objects.filter(pk=bad.pk).update(content={"case": {}})
    drain()
    assert Paper.objects.get(pk=bad.pk).state == PaperState.DRAFTED
    assert Paper.objects.get(pk=good.pk).is_signed


def test_a_paper_voided_before_printing_is_never_printed(draft):
    drafted = draft()
    void_paper(drafted.uid, reason="重复出具", by=CLERK)
    drain()
    paper = Paper.objects.get(pk=drafted.pk)
    assert (paper.state, paper.file) == (PaperState.VOIDED, None)
    assert Letter.objects.get(key=f"paper:{drafted.uid}").done_at


def test_an_unsigned_paper_cannot_be_served(draft):
    with pytest.raises(WrongState, match="尚未印制签名"):
        serve_paper(draft().uid, at=now())


def test_served_twice_the_first_time_counts(draft):
    drafted = draft()
    first = print_paper(drafted.uid).served_at
    assert first
    assert serve_paper(drafted.uid, at=first + timedelta(hours=1)).served_at == first


def test_a_voided_paper_cannot_be_served(draft):
    drafted = draft()
    print_paper(drafted.uid)
    void_paper(drafted.uid, reason="内容有误", by=CLERK)
    with pytest.raises(WrongState, match="已经作废"):
        serve_paper(drafted.uid, at=now())


def test_voiding_needs_a_reason_and_keeps_the_first(draft):
    drafted = draft()
    with pytest.raises(Incomplete):
        void_paper(drafted.uid, reason=" ", by=CLERK)
    void_paper(drafted.uid, reason="文号错误", by=CLERK)
    assert void_paper(drafted.uid, reason="别的理由", by=CLERK).void_reason == "文号错误"


def test_its_state_cannot_be_set_by_hand(draft):
    paper = draft()
    with pytest.raises(AttributeError):
        paper.state = PaperState.SERVED
    with pytest.raises(TransitionNotAllowed):
        paper.mark_served(now())
