"""The life of a licence (行政许可法 Art. 8, 49, 50, 69, 70): asked for by its holder, ended by time or agency."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.actions.accept import accept
from applications.actions.ask_for_licence import ask_for_licence
from applications.actions.cancelling import CancellationGround
from applications.actions.decide import grant
from applications.actions.issue import issue
from applications.actions.licences_due import settle_licences
from applications.actions.materials import hand_in
from applications.actions.submit import submit
from applications.actions.take_licence import (
    RevocationGround,
    WithdrawalGround,
    cancel_licence,
    resume_licence,
    revoke_licence,
    suspend_licence,
    withdraw_licence,
)
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState
from applications.models import ApplicantBar, Application, EntryKind, Licence, LicenceState, Paper, Purpose
from applications.queries.decision_paper import valid_until
from applications.queries.licences import renew_by, renewable_from
from applications.queries.papers import Worth, verification_of
from applications.queries.revoked import revoked
from hall.catalogue.spec import Result
from hall.clock import SHANGHAI, freeze, now
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.notifications.models import Message
from tests.factories.answers import pdf
from tests.factories.cases import clerk, decide, delivered_case, examine, fresh, seen, work
from tests.factories.snapshots import kept

django_db = pytest.mark.django_db
HEARD = "当面听取了陈述申辩，意见已记录。"
WHY = "现场核查发现情况已经改变。"


def licensed() -> Any:
    handling = delivered_case()
    return handling, Licence.objects.get(application=handling.application)


def again(licence: Any) -> Any:
    return Licence.objects.select_related("issuer__hall", "application").get(pk=licence.pk)


def last_day_to_ask(licence: Any) -> Any:
    return renew_by(licence)


def first_day_to_ask(licence: Any) -> Any:
    return renewable_from(licence)


def on(day, hour=9):
    return freeze(datetime.combine(day, time(hour), tzinfo=SHANGHAI))


@kept
def filed(licence: Any, purpose: Purpose) -> Any:
    """Asked for by the holder, with the materials of the item."""
    holder = licence.application.applicant
    draft = ask_for_licence(licence.uid, holder, purpose)
    for material in draft.spec.materials:
        hand_in(draft.uid, holder, material.key, pdf())
    case = submit(draft.uid, holder, truth_stated=True)
    return fresh(case.handlings.get())


@kept
def granted(handling):
    accept(handling.uid, clerk(handling, "window"), seen=seen(handling))
    return decide(examine(fresh(handling)))


@django_db
def test_a_renewal_begins_with_the_data_of_the_licence_and_extends_it(city):
    handling, licence = licensed()
    first = licence.valid_to
    with on(last_day_to_ask(licence) - timedelta(days=5)):
        renewal = filed(licence, Purpose.RENEWAL)
        assert renewal.application.all_answers == handling.application.all_answers
        decided = granted(renewal)
        issue(decided.uid, clerk(decided, "cert"), seen=seen(decided))
        work()
    renewed = again(licence)
    assert renewed.state == LicenceState.VALID
    assert renewed.number == licence.number
    assert renewed.valid_to == valid_until(handling.application.spec.result, first + timedelta(days=1))
    assert renewed.certificates == 2
    assert renewed.electronic_id.split(".")[-2] == "002"
    assert [one.kind for one in renewed.entries.all()] == [EntryKind.ISSUED, EntryKind.RENEWED]
    papers = {paper.kind for paper in decided.application.papers.all()}
    assert Kind.RENEWAL in papers
    assert Kind.GRANT not in papers


@django_db
def test_asked_in_time_and_undecided_at_the_end_it_is_deemed_renewed(city):
    _handling, licence = licensed()
    last = licence.valid_to
    with on(last_day_to_ask(licence)):
        renewal = filed(licence, Purpose.RENEWAL)
        accept(renewal.uid, clerk(renewal, "window"), seen=seen(renewal))
    with on(last, hour=23):
        settle_licences()
        assert again(licence).valid_to == last
    with on(last + timedelta(days=3)):
        settle_licences()
    renewed = again(licence)
    assert (renewed.state, renewed.valid_to > last) == (LicenceState.VALID, True)
    assert renewed.entries.last().kind == EntryKind.DEEMED_RENEWED
    case = Application.objects.get(pk=renewal.application_id)
    assert case.state == CaseState.TERMINATED
    paper: Any = case.papers.get(kind=Kind.RENEWAL).facts
    assert paper.deemed
    assert any("视为准予延续" in message.text for message in Message.objects.filter(recipient=case.applicant))


@django_db
@pytest.mark.parametrize("late", [True, False])
def test_asked_too_late_or_not_at_all_it_expires(city, late):
    _handling, licence = licensed()
    last = licence.valid_to
    if late:
        with on(last_day_to_ask(licence) + timedelta(days=1)):
            filed(licence, Purpose.RENEWAL)
    with on(last + timedelta(days=1)):
        settle_licences()
    assert again(licence).state == LicenceState.EXPIRED


@django_db
def test_no_beat_for_weeks_changes_no_date(city):
    _handling, licence = licensed()
    last = licence.valid_to
    with on(last + timedelta(days=40)):
        settle_licences()
    entry = again(licence).entries.last()
    assert (entry.kind, entry.on) == (EntryKind.EXPIRED, last)


@django_db
def test_the_holder_is_reminded_once_at_each_distance(city):
    _handling, licence = licensed()
    for days, sum_so_far in [(91, 0), (90, 1), (89, 1), (60, 2), (45, 3), (31, 3), (30, 4), (1, 4)]:
        with on(licence.valid_to - timedelta(days=days)):
            settle_licences()
            settle_licences()
        told = [message for message in Message.objects.all() if "需要延续的" in message.text]
        assert len(told) == sum_so_far, days


@django_db
def test_too_early_it_is_told_from_when(city):
    _handling, licence = licensed()
    with on(first_day_to_ask(licence) - timedelta(days=1)), pytest.raises(WrongState, match="最早可以在"):
        ask_for_licence(licence.uid, licence.application.applicant, Purpose.RENEWAL)


@django_db
def test_after_the_end_a_renewal_becomes_a_new_application_with_the_same_data(city):
    handling, licence = licensed()
    with on(licence.valid_to + timedelta(days=2)):
        draft = ask_for_licence(licence.uid, licence.application.applicant, Purpose.RENEWAL)
    assert (draft.purpose, draft.held_licence) == (Purpose.NEW, None)
    assert draft.all_answers == handling.application.all_answers


@django_db
def test_asked_twice_it_is_one_draft(city):
    _handling, licence = licensed()
    holder = licence.application.applicant
    first, second = (ask_for_licence(licence.uid, holder, Purpose.CHANGE) for _ in range(2))
    assert first == second


@django_db
def test_a_change_moves_the_content_and_no_date(city):
    _handling, licence = licensed()
    change = filed(licence, Purpose.CHANGE)
    accept(change.uid, clerk(change, "window"), seen=seen(change))
    examined = examine(fresh(change))
    grant(examined.uid, clerk(examined, "signer"), seen=seen(examined), content="准予增加美容项目。")
    examined = fresh(examined)
    issue(examined.uid, clerk(examined, "cert"), seen=seen(examined))
    changed = again(licence)
    assert (changed.content, changed.valid_to) == ("准予增加美容项目。", licence.valid_to)
    paper = examined.application.papers.get(kind=Kind.CHANGE).facts
    assert [(one.before, one.after) for one in paper.changes] == [(licence.content, "准予增加美容项目。")]


@django_db
def test_a_replacement_changes_nothing_but_the_certificate(city):
    _handling, licence = licensed()
    decided = granted(filed(licence, Purpose.REPLACEMENT))
    issue(decided.uid, clerk(decided, "cert"), seen=seen(decided))
    replaced = again(licence)
    assert (replaced.content, replaced.valid_to, replaced.number) == (licence.content, licence.valid_to, licence.number)
    assert replaced.electronic_id != licence.electronic_id
    work()
    first, second = Paper.objects.filter(kind=Kind.LICENCE).order_by("id")
    assert verification_of(first.verify_code).worth == Worth.REPLACED
    assert verification_of(second.verify_code).worth == Worth.VALID
    assert [why for sm3, why in revoked() if why != "voided"] == ["replaced"]


@django_db
def test_somebody_elses_licence_is_as_if_absent(city, stranger, applicant_li):
    _handling, licence = licensed()
    for person in (stranger, applicant_li):
        with pytest.raises(NotFound):
            ask_for_licence(licence.uid, person, Purpose.CHANGE)


@django_db
def test_suspended_and_restored(city):
    handling, licence = licensed()
    signer = clerk(handling, "signer")
    suspend_licence(licence.uid, signer, seen=licence.version, reason=WHY)
    licence = again(licence)
    assert licence.state == LicenceState.SUSPENDED
    with pytest.raises(WrongState):
        ask_for_licence(licence.uid, licence.application.applicant, Purpose.CHANGE)
    certificate = Paper.objects.get(kind=Kind.LICENCE)
    told = verification_of(certificate.verify_code)
    assert (told.worth, told.standing) == (Worth.ENDED, "暂停")
    resume_licence(licence.uid, signer, seen=licence.version, reason="整改完成，恢复有效。")
    assert again(licence).state == LicenceState.VALID
    assert verification_of(certificate.verify_code).worth == Worth.VALID


@django_db
def test_revoked_for_fraud_it_bars_and_compensates_nothing(city):
    handling, licence = licensed()
    revoke_licence(
        licence.uid,
        clerk(handling, "head"),
        seen=licence.version,
        ground=RevocationGround.FRAUD,
        reason="申请时提交的检测报告系伪造。",
        heard=HEARD,
    )
    assert again(licence).state == LicenceState.REVOKED
    paper = handling.application.papers.get(kind=Kind.REVOCATION).facts
    assert paper.compensation == ""
    barred = ApplicantBar.objects.filter(application=handling.application).exists()
    assert barred == handling.application.spec.safety_related
    assert bool(paper.barred_until) == barred


@django_db
def test_the_agencys_own_fault_is_compensated(city):
    handling, licence = licensed()
    asked: dict[str, Any] = {"ground": RevocationGround.PROCEDURE, "reason": WHY, "heard": HEARD}
    with pytest.raises(Incomplete) as refusal:
        revoke_licence(licence.uid, clerk(handling, "head"), seen=licence.version, **asked)
    assert set(refusal.value.fields) == {"compensation"}


@django_db
def test_withdrawn_for_the_public_interest_then_struck_off(city):
    handling, licence = licensed()
    withdraw_licence(
        licence.uid,
        clerk(handling, "head"),
        seen=licence.version,
        ground=WithdrawalGround.LAW_CHANGED,
        reason="所依据的规定已经废止。",
        heard=HEARD,
        compensation="按照评估结果给予补偿。",
    )
    licence = again(licence)
    assert licence.state == LicenceState.WITHDRAWN
    signer = clerk(handling, "signer")
    cancel_licence(licence.uid, signer, seen=licence.version, ground=CancellationGround.TAKEN, reason=WHY)
    licence = again(licence)
    assert licence.state == LicenceState.CANCELLED
    kinds = {paper.kind for paper in handling.application.papers.all()}
    assert {Kind.LICENCE_WITHDRAWN, Kind.CANCELLATION} <= kinds
    with pytest.raises(WrongState):
        suspend_licence(licence.uid, signer, seen=licence.version, reason=WHY)


@django_db
def test_nobody_else_touches_it(city, wz_wj_signer, stranger):
    handling, licence = licensed()
    for person in (clerk(handling, "window"), wz_wj_signer, stranger):
        with pytest.raises(NotAllowed):
            suspend_licence(licence.uid, person, seen=licence.version, reason=WHY)
    told: dict[str, Any] = {"ground": RevocationGround.OTHER, "reason": WHY, "heard": HEARD, "compensation": WHY}
    with pytest.raises(NotAllowed):
        revoke_licence(licence.uid, clerk(handling, "signer"), seen=licence.version, **told)


@django_db
def test_an_older_page_moves_nothing(city):
    handling, licence = licensed()
    signer = clerk(handling, "signer")
    suspend_licence(licence.uid, signer, seen=licence.version, reason=WHY)
    with pytest.raises(WrongState) as lost:
        resume_licence(licence.uid, signer, seen=licence.version, reason=WHY)
    (told,) = lost.value.happened
    assert str(told).endswith(f"{signer.name}：许可证件变动（暂停）")


@given(st.dates(min_value=datetime(2024, 1, 1).date(), max_value=datetime(2090, 1, 1).date()), st.integers(1, 30))
def test_a_term_ends_the_day_before_it_began_so_many_years_later(start, years):
    end = valid_until(Result("certificate", "证", valid_years=years), start)
    assert end is not None
    next_day = end + timedelta(days=1)
    assert next_day.year - start.year == years
    assert (next_day.month, next_day.day) in {(start.month, start.day), (3, 1)}


@django_db
def test_moments_are_no_later_than_they_say(city):
    _handling, licence = licensed()
    assert licence.settle_at
    assert licence.settle_at > now()
