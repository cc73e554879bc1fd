"""A violation found elsewhere (行政许可法 Art. 64): copied to the agency that decided, which answers in time."""

from datetime import timedelta
from typing import Any

import pytest

from applications.actions.violations.answering import answer_violation
from applications.actions.violations.receiving import receive_violation
from applications.actions.violations.sending import notify_violation
from applications.models import Errand, Matter, ViolationNotice
from applications.queries.violations import due_of, files_of, notice_for, noticed
from hall.clock import freeze, now
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from hall.events.models import Event, Letter
from hall.uids import uid7
from tests.factories.cases import clerk, staff_member, work
from tests.factories.licences import licensed
from tests.hall.files.samples import CONTENTS, upload

pytestmark = pytest.mark.django_db
TOLD: dict[str, Any] = {
    "facts": "在万州区设摊提供美容服务，没有公示许可证。",
    "basis": "《公共场所卫生管理条例》第八条",
    "handled": "责令停止并警告（万州卫健罚〔2026〕第3号）。",
}


def sent(city, licence, **told: Any):
    usual = {"department": city.departments["wz-wj"], "licence_no": licence.number, **TOLD}
    uid, user = told.pop("uid", uid7()), told.pop("by", staff_member("wz-wj-examiner"))
    return notify_violation(uid, user, **(usual | told))


def arrived(city, licence, **told: Any):
    notice = sent(city, licence, **told)
    work()
    return ViolationNotice.objects.get(pk=notice.pk)


def test_it_arrives_at_the_desk_of_the_agency_that_decided_with_a_due_date(city):
    handling, licence = licensed()
    notice = sent(city, licence)
    assert not Errand.objects.filter(matter=Matter.ANSWER_VIOLATION).exists()
    work()
    errand = Errand.objects.get(matter=Matter.ANSWER_VIOLATION)
    notice.refresh_from_db()
    assert (errand.department, errand.subject_uid) == (licence.issuer, notice.uid)
    assert errand.due == due_of(notice_for(clerk(handling, "examiner"), notice.uid))


def test_how_long_the_answer_may_take_is_the_installations(city, settings):
    settings.HALL_VIOLATION_ANSWER_DAYS = 3
    _handling, licence = licensed()
    assert arrived(city, licence).days == 3


def test_it_is_answered_once_and_the_sender_reads_the_answer(city):
    handling, licence = licensed()
    notice = arrived(city, licence)
    sender, answers = staff_member("wz-wj-examiner"), clerk(handling, "examiner")
    answer_violation(notice.uid, answers, answer="已核实并约谈，将列入计划检查。")
    read = notice_for(sender, notice.uid)
    assert (read.answer, read.answered_by_name) == ("已核实并约谈，将列入计划检查。", answers.name)
    assert Errand.objects.get(matter=Matter.ANSWER_VIOLATION).done_at
    with pytest.raises(WrongState):
        answer_violation(notice.uid, clerk(handling, "head"), answer="再次答复一遍。")


def test_the_history_of_the_licence_holds_both(city):
    handling, licence = licensed()
    notice = arrived(city, licence)
    answer_violation(notice.uid, clerk(handling, "examiner"), answer="已核实并约谈，将列入计划检查。")
    kinds = list(Event.objects.filter(subject_uid=licence.uid).order_by("version").values_list("kind", flat=True))
    assert kinds[-2:] == ["applications.ViolationReceived", "applications.ViolationAnswered"]


def test_the_sender_sees_that_the_answer_is_late(city):
    _handling, licence = licensed()
    notice = arrived(city, licence)
    sender = staff_member("wz-wj-examiner")
    assert not noticed(notice_for(sender, notice.uid), sender).is_late
    with freeze(now() + timedelta(days=60)):
        assert noticed(notice_for(sender, notice.uid), sender).is_late


def test_sent_twice_or_carried_twice_it_is_one(city):
    _handling, licence = licensed()
    uid = uid7()
    first, second = sent(city, licence, uid=uid), sent(city, licence, uid=uid)
    assert first == second
    work()
    receive_violation(uid)
    assert Letter.objects.filter(kind="violation_notice").count() == 1
    assert Errand.objects.filter(matter=Matter.ANSWER_VIOLATION).count() == 1


def test_what_is_enclosed_is_read_on_both_sides(city):
    handling, licence = licensed()
    notice = arrived(city, licence, enclosed=[upload(CONTENTS["jpg"], "摊位.jpg")])
    for person in (staff_member("wz-wj-examiner"), clerk(handling, "examiner")):
        assert [one.file.given_name for one in files_of(notice_for(person, notice.uid))] == ["摊位.jpg"]


def test_only_examiners_and_the_head_of_that_department_write(city, stranger):
    _handling, licence = licensed()
    for person in (staff_member("wz-wj-window"), staff_member("yz-wj-examiner"), stranger):
        with pytest.raises(NotAllowed):
            sent(city, licence, by=person)
    assert sent(city, licence, by=staff_member("wz-wj-head")).sent_by_name


@pytest.mark.parametrize("field", ["facts", "basis", "handled"])
def test_facts_basis_and_what_was_done_must_be_told(city, field):
    _handling, licence = licensed()
    with pytest.raises(Incomplete) as told:
        sent(city, licence, **{field: "无"})
    assert set(told.value.fields) == {field}


def test_a_number_that_is_none_and_ones_own_licence_are_told_beside_the_field(city):
    handling, licence = licensed()
    own = {"department": handling.department, "by": clerk(handling, "examiner")}
    for changed in ({"licence_no": "没有这个编号"}, own):
        with pytest.raises(Invalid) as told:
            sent(city, licence, **changed)
        assert set(told.value.fields) == {"licence_no"}


def test_to_anybody_else_it_is_as_if_absent(city, stranger):
    handling, licence = licensed()
    notice = sent(city, licence)
    strangers = [staff_member("cq-wj-examiner"), staff_member("wz-rs-examiner"), stranger]
    for person in [*strangers, clerk(handling, "examiner")]:
        with pytest.raises(NotFound):
            notice_for(person, notice.uid)
    work()
    assert notice_for(clerk(handling, "examiner"), notice.uid)
    for person in strangers:
        with pytest.raises(NotFound):
            answer_violation(notice.uid, person, answer="已核实并约谈。")


def test_the_sender_does_not_answer_its_own_notice(city):
    _handling, licence = licensed()
    notice = arrived(city, licence)
    with pytest.raises(NotAllowed):
        answer_violation(notice.uid, staff_member("wz-wj-examiner"), answer="自己答复自己。")
