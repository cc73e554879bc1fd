"""The drafter may correct the wording, and nobody's name can come back in."""

import pytest

from hall.errors import Incomplete, NotFound, WrongState
from hall.uids import uid7
from tests.disclosure.consulting import words_of
from tests.disclosure.making import PERSON, again, discloser, drafted, made_public, sent
from tracking.disclosure.actions.rewrite import LONGEST_CONTENT, rewrite
from tracking.disclosure.actions.send import send
from tracking.disclosure.lifecycle import DisclosureState
from tracking.register.models import Record

pytestmark = pytest.mark.django_db


def refused(disclosure, **words) -> set[str]:
    """The fields at which both the keeping and the sending of these words stop."""
    found = []
    for deed in (rewrite, send):
        with pytest.raises(Incomplete) as told:
            deed(disclosure.uid, discloser(), seen=disclosure.version, **words)
        found.append(set(told.value.fields))
    assert found[0] == found[1]
    assert again(disclosure).version == disclosure.version
    return found[0]


def test_a_correction_is_kept_and_waits_for_its_confirmation(city):
    disclosure = drafted()
    kept = rewrite(disclosure.uid, discloser(), seen=disclosure.version, grantee="重庆清泉浴室", content=" 准予经营。 ")
    assert (kept.grantee, kept.content) == ("重庆清泉浴室", "准予经营。")
    assert (kept.state, kept.drafter_uid) == (DisclosureState.DRAFT, None)


def test_a_person_s_full_name_is_refused_beside_its_field(city):
    disclosure = drafted(by=PERSON)
    assert refused(disclosure, grantee="张小满", content="准予经营。") == {"grantee"}
    assert refused(disclosure, grantee="张**", content="准予张小满经营。") == {"content"}
    assert refused(disclosure, grantee="张**", content="准予张 小满经营。") == {"content"}


def test_a_company_may_be_named_in_full(city):
    disclosure = drafted()
    words = {"grantee": "重庆清泉浴室有限公司", "content": "准予重庆清泉浴室有限公司经营。"}
    assert rewrite(disclosure.uid, discloser(), seen=disclosure.version, **words).content == words["content"]


def test_empty_and_endless_words_are_refused(city):
    disclosure = drafted()
    assert refused(disclosure, grantee=" ", content="") == {"grantee", "content"}
    assert refused(disclosure, grantee="某公司", content="准" * (LONGEST_CONTENT + 1)) == {"content"}


def test_what_lies_with_the_reviewer_cannot_be_changed(city):
    disclosure = sent()
    for deed in (rewrite, send):
        with pytest.raises(WrongState) as told:
            deed(disclosure.uid, discloser(), seen=disclosure.version, grantee="某公司", content="准予经营。")
        assert "待保密审查" in str(told.value.message)
    assert again(disclosure).content == disclosure.content


def test_a_stale_page_is_told_who_did_what(city):
    disclosure = drafted()
    words = {"grantee": "某公司", "content": "准予经营。"}
    rewrite(disclosure.uid, discloser(), seen=disclosure.version, **words)
    with pytest.raises(WrongState) as told:
        send(disclosure.uid, discloser(), seen=disclosure.version, **words)
    (happened,) = told.value.happened
    assert str(happened).endswith(f"{discloser().name}：修改公示内容")


def test_what_does_not_exist_is_not_found(city):
    with pytest.raises(NotFound):
        rewrite(uid7(), discloser(), seen=1, grantee="某公司", content="准予经营。")


def test_the_part_that_may_not_be_told_is_left_out_at_the_first_publication(city):
    disclosure = drafted()
    words = {"grantee": disclosure.grantee, "content": "准予经营沐浴场所。"}
    assert refused(disclosure, **words, part_ground="BECAUSE") == {"part_ground"}
    sent_out = send(disclosure.uid, discloser(), seen=disclosure.version, **words, part_ground="TRADE_SECRET")
    assert ["部分内容不予公开的理由", "商业秘密"] in words_of(sent_out).lines, "the applicant reads it before"
    made_public(sent_out)
    assert Record.objects.get().part_ground == "TRADE_SECRET"
