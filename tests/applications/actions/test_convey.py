"""A licence goes over to somebody else only where a law allows it (行政许可法 Art. 9)."""

from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest
from django.db import connection, transaction

from applications.actions.ask_for_licence import ask_for_licence
from applications.actions.convey import confirm, decline, offer_licence, take_back
from applications.actions.issue import issue
from applications.actions.materials import hand_in
from applications.actions.start import discard
from applications.actions.submit import submit
from applications.actions.take_licence import suspend_licence
from applications.actions.withdraw import withdraw
from applications.documents.kinds import Kind
from applications.models import Conveyance, ConveyanceEnd, EntryKind, Licence, LicenceState, Paper, Purpose
from applications.queries.allocation import places_left
from applications.queries.conveyances import offered_to
from applications.queries.hindrances import hindrances
from applications.rules import licences_of
from hall.audit.models import Entry
from hall.catalogue.spec import Quota
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from hall.notifications.models import Message
from tests.applications.actions.test_licence_life import filed as asked_by_holder
from tests.applications.actions.test_licence_life import granted
from tests.applications.actions.test_races import together
from tests.factories.answers import answers_for, pdf
from tests.factories.cases import clerk, delivered_case, fill_in, fresh, publish, seen, work
from tests.factories.mandates import person
from tests.factories.snapshots import kept

pytestmark = pytest.mark.django_db
LAW = "《演示条例》第十条"


@pytest.fixture
def licence(city):
    """清泉's, of an item whose law allows it to be transferred."""
    publish(transferable=True, transfer_basis=LAW)
    return Licence.objects.get(application=delivered_case().application)


@pytest.fixture
def yunshang(city):
    return person("yunshang")


def holder_of(licence):
    return licence.application.applicant


def offer(licence, to, **changes):
    told = {"to_name": to.name, "to_code": to.uscc or to.id_number, **changes}
    return offer_licence(licence.uid, holder_of(licence), **told)


@kept
def drafted(licence, to):
    """Offered and confirmed; filled in with every material."""
    draft = confirm(offer(licence, to).uid, to)
    fill_in(draft, to, answers_for(draft.spec))
    for material in draft.spec.materials:
        hand_in(draft.uid, to, material.key, pdf())
    return draft


@kept
def filed(licence, to):
    return fresh(submit(drafted(licence, to).uid, to, truth_stated=True).handlings.get())


@kept
def issued(handling):
    handling = granted(handling)
    made = issue(handling.uid, clerk(handling, "cert"), seen=seen(handling))
    work()
    return made


def again(licence):
    return Licence.objects.select_related("application__applicant").get(pk=licence.pk)


def test_where_no_law_allows_it_nothing_is_offered(city, yunshang):
    licence = Licence.objects.get(application=delivered_case().application)
    with pytest.raises(NotAllowed, match="第九条"):
        offer(licence, yunshang)
    assert not Conveyance.objects.exists()


def test_the_law_of_today_decides(licence, yunshang):
    draft = drafted(licence, yunshang)
    publish(transferable=False)
    with pytest.raises(NotAllowed):
        submit(draft.uid, yunshang, truth_stated=True)


def test_the_new_holder_confirms_with_their_own_account(licence, yunshang, stranger):
    made = offer(licence, yunshang)
    assert list(offered_to(yunshang)) == [made]
    assert Message.objects.filter(recipient=yunshang, key__contains=str(made.uid)).exists()
    for user in (stranger, holder_of(licence)):
        assert not offered_to(user).exists()
        with pytest.raises(NotFound):
            confirm(made.uid, user)
    draft = confirm(made.uid, yunshang)
    assert (draft.applicant, draft.purpose, draft.held_licence) == (yunshang, Purpose.TRANSFER, licence)


def test_somebody_of_the_same_number_and_another_name_is_nobody(licence, yunshang):
    made = offer(licence, yunshang, to_name="重庆云下有限公司")
    with pytest.raises(NotFound):
        confirm(made.uid, yunshang)


def test_only_the_holder_offers_it(licence, yunshang, stranger):
    with pytest.raises(NotFound):
        offer_licence(licence.uid, stranger, to_name=yunshang.name, to_code=yunshang.uscc)


def test_not_to_oneself(licence):
    with pytest.raises(Invalid):
        offer(licence, holder_of(licence))


def test_offered_twice_it_is_one_offer_and_another_waits(licence, yunshang, applicant_zhang):
    assert offer(licence, yunshang) == offer(licence, yunshang)
    with pytest.raises(WrongState, match="请先收回"):
        offer(licence, applicant_zhang)


def test_the_data_come_along_but_nothing_personal(licence, yunshang):
    draft, before = confirm(offer(licence, yunshang).uid, yunshang), licence.application
    assert draft.answers
    assert draft.answers == before.answers
    assert not draft.personal_answers


def test_confirmed_twice_it_is_one_draft_and_thrown_away_it_may_be_confirmed_again(licence, yunshang):
    made = offer(licence, yunshang)
    draft = confirm(made.uid, yunshang)
    assert confirm(made.uid, yunshang) == draft
    discard(draft.uid, yunshang)
    assert confirm(made.uid, yunshang) != draft


def test_on_the_grant_the_old_licence_ends_and_the_new_one_names_the_new_holder(licence, yunshang):
    handling = filed(licence, yunshang)
    assert again(licence).state == LicenceState.VALID
    new, old = issued(handling), again(licence)
    last = old.entries.last()
    assert (old.state, last.kind, new.number in last.reason) == (LicenceState.TRANSFERRED, EntryKind.TRANSFERRED, True)
    assert (new.holder_name, new.state, new.valid_to) == (yunshang.name, LicenceState.VALID, old.valid_to)
    assert new.number != old.number
    assert list(licences_of(yunshang)) == [new]
    assert list(licences_of(holder_of(old))) == [old]
    assert Conveyance.objects.get().ended_as == ConveyanceEnd.DONE


def test_the_papers_say_from_whom(licence, yunshang):
    handling = granted(filed(licence, yunshang))
    papers = {one.kind: str(one.content) for one in Paper.objects.filter(application=handling.application)}
    for kind in (Kind.APPLICATION, Kind.GRANT):
        assert licence.number in papers[kind]
        assert licence.holder_name in papers[kind]


def test_what_comes_to_nothing_leaves_the_licence_and_it_may_be_offered_again(licence, yunshang, applicant_zhang):
    handling = filed(licence, yunshang)
    withdraw(handling.application.uid, yunshang, seen=seen(handling), reason="不再受让。", confirmed=True)
    assert again(licence).state == LicenceState.VALID
    offer(licence, applicant_zhang)
    assert [one.ended_as for one in Conveyance.objects.order_by("id")] == [ConveyanceEnd.FAILED, ""]


def test_the_holder_takes_it_back_until_it_is_applied_for(licence, yunshang):
    draft = drafted(licence, yunshang)
    take_back(licence.uid, holder_of(licence))
    with pytest.raises(WrongState, match="已经收回"):
        submit(draft.uid, yunshang, truth_stated=True)


def test_applied_for_it_is_not_taken_back(licence, yunshang):
    filed(licence, yunshang)
    with pytest.raises(WrongState, match="不能收回"):
        take_back(licence.uid, holder_of(licence))


def test_the_new_holder_may_decline(licence, yunshang, stranger):
    made = offer(licence, yunshang)
    with pytest.raises(NotFound):
        decline(made.uid, stranger)
    assert decline(made.uid, yunshang).ended_as == ConveyanceEnd.DECLINED
    with pytest.raises(WrongState):
        confirm(made.uid, yunshang)


def test_what_is_suspended_is_not_granted(licence, yunshang):
    handling = filed(licence, yunshang)
    held = again(licence)
    suspend_licence(held.uid, clerk(handling, "signer"), seen=held.version, reason="现场核查发现情况已经改变。")
    assert "暂停" in "".join(hindrances(fresh(handling), granting=True))
    with pytest.raises(Incomplete):
        granted(handling)


def test_what_the_holder_still_asks_for_comes_first(licence, yunshang):
    asked_by_holder(licence, Purpose.CHANGE)
    with pytest.raises(WrongState, match="未办结"):
        offer(licence, yunshang)


def test_a_place_of_a_quota_goes_over_with_it(licence, yunshang):
    offering = licence.application.offering_id
    before = places_left(offering, Quota(5))
    handling = granted(filed(licence, yunshang))
    assert places_left(offering, Quota(5)) == before
    issue(handling.uid, clerk(handling, "cert"), seen=seen(handling))
    assert places_left(offering, Quota(5)) == before


def test_each_word_of_it_is_on_the_trail(licence, yunshang):
    made = offer(licence, yunshang)
    confirm(made.uid, yunshang)
    told = Entry.objects.filter(subject_uid=licence.uid, action__startswith="licence.").order_by("id")
    assert [(one.action, one.actor_name) for one in told] == [
        ("licence.offered", holder_of(licence).name),
        ("licence.confirmed", yunshang.name),
    ]


def test_the_former_holder_asks_for_nothing_of_it(licence, yunshang):
    issued(filed(licence, yunshang))
    with pytest.raises(WrongState):
        ask_for_licence(licence.uid, holder_of(licence), Purpose.CHANGE)


@pytest.mark.django_db(transaction=True)
def test_taken_back_while_it_is_filed_it_is_one_or_the_other(licence, yunshang):
    draft, holder = drafted(licence, yunshang), holder_of(licence)
    outcomes = together([
        lambda: submit(draft.uid, yunshang, truth_stated=True),
        lambda: take_back(licence.uid, holder),
    ])
    assert [type(one) for one in outcomes if isinstance(one, Exception)] == [WrongState]
    draft.refresh_from_db()
    assert (draft.state, Conveyance.objects.get().ended_as) in [
        ("received", ""),
        ("draft", ConveyanceEnd.TAKEN_BACK),
    ]


@pytest.mark.django_db(transaction=True)
def test_filing_waits_for_whoever_holds_the_licence(licence, yunshang):
    """Somebody is about to suspend it: whoever files reads what came of that, and not what was before."""
    draft = drafted(licence, yunshang)
    signer, version = clerk(part_of(licence), "signer"), again(licence).version
    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            suspend_licence(licence.uid, signer, seen=version, reason="依法暂停，等待核查。")
            filing = other.submit(together, [lambda: submit(draft.uid, yunshang, truth_stated=True)])
            until_somebody_waits()
        (outcome,) = filing.result()
    assert isinstance(outcome, WrongState)
    draft.refresh_from_db()
    assert draft.state == "draft"


def part_of(licence):
    return fresh(licence.application.handlings.get())


def until_somebody_waits():
    """For a lock of this database."""
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute(waiting)
            if cursor.fetchone()[0]:
                return
        sleep(0.05)
    raise AssertionError("nobody waited")


@pytest.mark.parametrize("given_up_by", ["holder", "new holder"])
def test_an_application_begun_and_given_up_is_in_nobodys_way(licence, yunshang, given_up_by):
    made = offer(licence, yunshang)
    begun = confirm(made.uid, yunshang)
    if given_up_by == "holder":
        take_back(licence.uid, holder_of(licence))
    else:
        decline(made.uid, yunshang)
    other = person("zhangxiaoman")
    draft = confirm(offer(licence, other).uid, other)
    assert draft.applicant == other
    with pytest.raises(NotFound):
        submit(begun.uid, yunshang, truth_stated=True)
