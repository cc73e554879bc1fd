"""Materials that follow after acceptance (容缺后补, domain.md §1.5): reminded of, receipted; a grant waits for them."""

from datetime import datetime, timedelta

import pytest

from applications.actions.accept import accept
from applications.actions.decide import deny, grant
from applications.actions.make_up import make_up
from applications.actions.recount import recount
from applications.actions.settling import settle_due
from applications.actions.stand_ins import postpone
from applications.actions.submit import submit
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState
from applications.models import Tolerance
from hall.clock import freeze
from hall.errors import Incomplete, NotFound, WrongState
from hall.notifications.models import Message
from tests.factories.answers import pdf
from tests.factories.cases import CONTENT, LABOUR_DISPATCH, clerk, draft_case, examine, fresh, seen

pytestmark = pytest.mark.django_db

LATER = "premises"
START = datetime(2026, 11, 24, 9)
LAW = ["《劳务派遣行政许可实施办法》"]


@pytest.fixture
def tolerant(city):
    """Accepted on 2026-11-24 without the proof of premises, which may follow in ten working days."""
    with freeze(START):
        draft = draft_case(LABOUR_DISPATCH, by="yunshang")
        postpone(draft.uid, draft.applicant, key=LATER, agreed=True)
        submit(draft.uid, draft.applicant, truth_stated=True)
        handling = fresh(draft.handlings.get())
        return fresh(accept(handling.uid, clerk(handling, "window"), seen=seen(handling)))


def bring(handling, key=LATER, user=None):
    application = handling.application
    return make_up(application.uid, user or application.applicant, seen=seen(handling), key=key, upload=pdf())


def test_ten_working_days_from_the_day_on_which_it_was_told(tolerant):
    assert str(Tolerance.objects.get().due) == "2026-12-08"
    Tolerance.objects.update(due=None)
    recount(tolerant.application.uid)
    assert str(Tolerance.objects.get().due) == "2026-12-08"


def test_what_is_made_up_has_its_own_receipt_and_joins_the_file(tolerant):
    material = bring(tolerant)
    assert Tolerance.objects.get().made_up_at is not None
    receipt = tolerant.application.papers.filter(kind=Kind.RECEIPT).order_by("-id")[0].facts
    assert receipt.made_up
    assert [one.name for one in receipt.case.materials] == [material.name]
    assert tolerant.application.materials.filter(key=LATER, replaced_at=None).get() == material


def test_nothing_else_may_be_brought_and_nothing_twice(tolerant):
    with pytest.raises(WrongState):
        bring(tolerant, key="application")
    bring(tolerant)
    with pytest.raises(WrongState):
        bring(tolerant)


def test_a_stranger_brings_nothing(tolerant, stranger):
    with pytest.raises(NotFound):
        bring(tolerant, user=stranger)


def test_a_grant_waits_for_it_and_says_so(tolerant):
    with freeze(START + timedelta(days=1)):
        handling = examine(tolerant)
        signer = clerk(handling, "signer")
        with pytest.raises(Incomplete, match="还没有补交"):
            grant(handling.uid, signer, seen=seen(handling), content=CONTENT)
        bring(handling)
        grant(handling.uid, signer, seen=seen(handling), content=CONTENT)
    assert fresh(handling).application.state == CaseState.DECIDED


def test_where_the_item_says_so_the_grant_may_come_first_and_it_still_may_follow(tolerant):
    Tolerance.objects.update(grant_first=True)
    with freeze(START + timedelta(days=1)):
        handling = examine(tolerant)
        grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT)
        assert bring(handling)


def test_a_denial_needs_no_make_up_and_ends_it(tolerant):
    with freeze(START + timedelta(days=1)):
        handling = examine(tolerant)
        deny(
            handling.uid,
            clerk(handling, "signer"),
            seen=seen(handling),
            reasons="容缺的经营场所使用证明逾期未补交。",
            legal_basis=LAW,
        )
        with pytest.raises(WrongState):
            bring(handling)


def test_it_is_reminded_of_once_and_noted_when_missed(tolerant):
    with freeze(datetime(2026, 12, 5, 23, 59)):
        settle_due()
    assert not Message.objects.filter(kind="applications.make_up").exists()
    with freeze(datetime(2026, 12, 6)):
        settle_due()
        settle_due()
    message = Message.objects.get(kind="applications.make_up")
    assert message.recipient == tolerant.application.applicant
    assert Tolerance.objects.get().missed_at is None
    with freeze(datetime(2026, 12, 9)):
        settle_due()
    assert Tolerance.objects.get().missed_at is not None
    assert fresh(tolerant).application.state == CaseState.ACCEPTED


def test_a_week_without_a_scheduler_ends_the_same(tolerant):
    with freeze(datetime(2026, 12, 20)):
        settle_due()
    owed = Tolerance.objects.get()
    assert owed.reminded_at
    assert owed.missed_at


def test_late_is_better_than_never(tolerant):
    with freeze(datetime(2026, 12, 10, 9)):
        settle_due()
        assert bring(tolerant)
