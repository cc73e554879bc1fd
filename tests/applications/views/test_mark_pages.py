"""Marking secrets as plain form posts on the last page before filing; who then reads the mark."""

import pytest

from applications.models import ConfidentialClaim
from hall.accounts.models import User
from tests.api.calling import Caller
from tests.cast import client_of
from tests.factories.cases import draft_case

pytestmark = pytest.mark.django_db

REASON = "平面图载有未公开的设备布局。"


@pytest.fixture
def draft(city):
    return draft_case()


def place(draft, number=0) -> str:
    return f"material.{draft.spec.materials[number].key}"


def post(draft, user=None, **written):
    return client_of(user or draft.applicant).post(f"/apply/{draft.uid}/check/", written)


def marked(draft, user=None, **changed):
    usual = {"mark": "new", "mark-places": [place(draft)], "mark-kind": "trade_secret", "mark-reason": REASON}
    return post(draft, user, **{**usual, **changed})


def page(draft) -> str:
    return client_of(draft.applicant).get(f"/apply/{draft.uid}/check/").content.decode()


def test_marked_it_stands_on_the_page_and_can_be_taken_back(draft):
    assert REASON not in page(draft)
    assert marked(draft).status_code == 302
    assert REASON in page(draft)
    assert post(draft, mark=place(draft)).status_code == 302
    assert REASON not in page(draft)


def test_what_cannot_be_marked_comes_back_beside_its_field_with_what_was_written(draft):
    answer = marked(draft, **{"mark-places": [], "mark-reason": "密"})
    assert answer.status_code == 422
    assert "请至少选择一项。" in answer.content.decode()
    assert not ConfidentialClaim.objects.exists()
    short = marked(draft, **{"mark-reason": "密"})
    assert (short.status_code, "请用 4 到 1000 个字说明理由。" in short.content.decode()) == (422, True)


def test_marking_files_nothing(draft):
    marked(draft)
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_a_stranger_finds_no_draft_to_mark(draft, applicant_zhang: User):
    assert marked(draft, applicant_zhang).status_code == 404
    assert not ConfidentialClaim.objects.exists()


def test_a_program_says_its_marks_with_the_answers(draft):
    caller = Caller(draft.applicant)
    address, wanted = f"/cases/{draft.uid}/answers/", {"place": place(draft), "kind": "business", "reason": REASON}

    def put(**more):
        seen = caller.get(address).json()["seen"]
        return caller.put(address, {"answers": draft.all_answers, "seen": seen, **more})

    for _turn in range(2):
        assert put(confidential=[wanted]).json()["confidential"] == [wanted]
    # Without a word of them they stay as they are.
    assert put().json()["confidential"] == [wanted]
    assert put(confidential=[{**wanted, "place": "material.nothing"}]).status_code == 422
    assert caller.get(address).json()["confidential"] == [wanted]
