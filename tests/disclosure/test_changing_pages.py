"""The desk's pages after publication: what waits, who may do what, refusals beside their fields."""

from html import unescape

import pytest

from hall.accounts.models import User
from tests.cast import client_of
from tests.disclosure.changing import (
    RIGHT,
    WHY,
    WRONG,
    correction_proposed,
    publishing_again_proposed,
    taken_back,
    taken_back_at_once,
    taking_back_proposed,
)
from tests.disclosure.making import CONTENT, ID_NUMBER, again, discloser, head, published, reviewer
from tests.disclosure.test_following_corrections import put_right
from tests.factories.cases import staff_member
from tracking.disclosure.lifecycle import DisclosureState
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record

pytestmark = pytest.mark.django_db
PROPOSING = ("correct", "take_back", "at_once")
JUDGING = ("pass_change", "return_change")


def read(user: User, disclosure: Disclosure) -> str:
    response = client_of(user).get(f"/500103/disclosure/{disclosure.uid}/")
    assert response.status_code == 200
    return unescape(response.content.decode())


def offered(user: User, disclosure: Disclosure) -> set[str]:
    page = read(user, disclosure)
    names = (*PROPOSING, *JUDGING, "again", "confirm", "doubt")
    return {name for name in names if f'id="deed-{name}"' in page}


def form_of(user: User, disclosure: Disclosure, name: str) -> str:
    """The deed as it is unfolded on the page: its notice and its form."""
    page = read(user, disclosure)
    end = page.index("</details>", page.index(f'id="deed-{name}"'))
    return page[page.rindex("<details", 0, end) : end]


def post(user: User, disclosure: Disclosure, address: str, **written: str) -> int:
    told = {"version": again(disclosure).version, **written}
    status: int = client_of(user).post(f"/500103/disclosure/{disclosure.uid}/{address}/", told).status_code
    return status


def test_each_is_offered_what_is_theirs(city):
    disclosure, _record = published()
    assert offered(discloser(), disclosure) == set(PROPOSING)
    assert offered(reviewer(), disclosure) == {"at_once"}
    assert offered(staff_member("yz-wj-head"), disclosure) == set()
    disclosure = correction_proposed(disclosure)
    assert offered(discloser(), disclosure) == {"at_once"}
    assert offered(reviewer(), disclosure) == {"at_once", *JUDGING}
    disclosure = taken_back_at_once(disclosure)
    assert offered(discloser(), disclosure) == set()
    assert offered(reviewer(), disclosure) == {"confirm", "doubt"}


def test_what_was_taken_back_may_be_proposed_again(city):
    disclosure = taken_back()
    page = read(discloser(), disclosure)
    assert ("撤下前的全文" in page, CONTENT in page) == (True, True)
    assert offered(discloser(), disclosure) == {"again"}


def test_the_queue_has_a_tab_for_what_waits(city):
    disclosure = correction_proposed()
    for user in (discloser(), reviewer()):
        page = unescape(client_of(user).get("/500103/disclosure/?scope=changes").content.decode())
        assert (disclosure.document_number in page, "变更待审查" in page, "待审查" in page) == (True, True, True)
    assert client_of(staff_member("wz-secrecy")).get("/500101/disclosure/?scope=changes").status_code == 200
    page = client_of(staff_member("wz-secrecy")).get("/500101/disclosure/?scope=changes").content.decode()
    assert disclosure.document_number not in page


def test_the_reviewer_reads_why_and_the_words_beside_those_in_public(city):
    page = read(reviewer(), correction_proposed(content=WRONG))
    assert all(told in page for told in (WHY, CONTENT, "变更后的全文", "发现 1 处可能的个人信息"))
    finding = page[page.index("发现 1 处") :]
    assert ID_NUMBER not in finding[: finding.index("</section>")]


def test_by_hand_from_the_proposal_to_the_public_page(city):
    disclosure, record = published()
    words = {"grantee": disclosure.grantee, "content": RIGHT, "part_ground": ""}
    assert post(discloser(), disclosure, "correct", **words) == 422
    assert post(discloser(), disclosure, "correct", **words, public_reason="clerical", reason=WHY) == 302
    assert post(reviewer(), disclosure, "change/return") == 422
    assert post(reviewer(), disclosure, "change/pass") == 302
    assert RIGHT not in client_of().get(f"/500103/register/{record.uid}/").content.decode()
    assert post(head(), disclosure, "publish") == 302
    assert RIGHT in client_of().get(f"/500103/register/{record.uid}/").content.decode()
    assert post(discloser(), disclosure, "take-back", ground="MISTAKE", reason="重复公示。") == 302
    assert post(reviewer(), disclosure, "change/pass") == 302
    assert client_of().get(f"/500103/register/{record.uid}/").status_code == 410
    assert post(discloser(), disclosure, "publish-again", **words, reason="已核对。") == 302
    assert post(reviewer(), disclosure, "change/pass") == 302
    assert post(head(), disclosure, "publish") == 302
    assert client_of().get(f"/500103/register/{record.uid}/").status_code == 200
    assert post(reviewer(), disclosure, "take-back-at-once", ground="PRIVACY", reason="有个人信息。") == 302
    assert again(disclosure).state == DisclosureState.TAKEN_BACK


def test_what_came_back_begins_with_what_was_written_beside_the_reason(city):
    disclosure = correction_proposed(content="准予经营二百平方米的浴室。", public_reason="scope", reason="面积写错了。")
    assert post(reviewer(), disclosure, "change/return", remark="请写明依据") == 302
    form = form_of(discloser(), disclosure, "correct")
    written = ("准予经营二百平方米的浴室。", "面积写错了。", 'value="scope" selected', "请写明依据")
    assert [text in form for text in written] == [True] * 4
    assert CONTENT not in form
    words = {"grantee": disclosure.grantee, "content": "", "part_ground": ""}
    assert post(discloser(), disclosure, "correct", **words) == 422
    assert "请写明依据" not in form_of(discloser(), disclosure, "take_back")
    assert "请写明依据" in read(reviewer(), disclosure)


def test_a_taking_back_and_a_publishing_again_that_came_back_begin_alike(city):
    disclosure = taking_back_proposed(reason="正文有个人信息。")
    assert post(reviewer(), disclosure, "change/return", remark="没有个人信息") == 302
    form = form_of(discloser(), disclosure, "take_back")
    assert all(told in form for told in ('value="PRIVACY" selected', "正文有个人信息。", "没有个人信息"))
    disclosure = publishing_again_proposed(taken_back(again(disclosure)), content="准予从事。", reason="已经改正。")
    assert post(reviewer(), disclosure, "change/return", remark="请再核对") == 302
    form = form_of(discloser(), disclosure, "again")
    assert all(told in form for told in ("准予从事。", "已经改正。", "请再核对"))


def test_words_that_a_corrected_decision_overtook_do_not_begin_the_next_attempt(city):
    disclosure = correction_proposed(content="准予经营二百平方米的浴室。")
    put_right(disclosure, "准予从事沐浴场所经营。")
    assert post(reviewer(), disclosure, "change/return", remark="决定已经更正") == 302
    form = form_of(discloser(), disclosure, "correct")
    assert ("准予从事沐浴场所经营。" in form, "二百平方米" in form, "决定已经更正" in form) == (True, False, True)


def test_a_stale_page_changes_nothing(city):
    disclosure = correction_proposed()
    stale = {"version": disclosure.version - 1}
    response = client_of(reviewer()).post(f"/500103/disclosure/{disclosure.uid}/change/pass/", stale)
    assert response.status_code == 409
    assert Record.objects.get().content == CONTENT


@pytest.mark.parametrize(("stranger", "status"), [("wz-discloser", 404), ("yz-wj-window", 403), ("", 302)])
def test_strangers_do_nothing(city, stranger, status):
    disclosure, _record = published()
    browser = client_of(staff_member(stranger) if stranger else None)
    for deed in ("correct", "take-back", "take-back-at-once", "publish-again", "change/pass"):
        assert browser.post(f"/500103/disclosure/{disclosure.uid}/{deed}/").status_code == status
