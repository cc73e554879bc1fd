"""Whoever is complained about can neither see the complaint nor handle it (domain.md §7.2)."""

from collections.abc import Callable
from html import unescape

import pytest

from complaints.grievances.actions.handle import accept, answer, refuse
from complaints.grievances.lifecycle import GrievanceState
from complaints.grievances.models import Grievance
from complaints.grievances.rules import handled_by, may_handle
from hall.accounts.models import Duty, Post, User
from hall.errors import NotAllowed
from tests.cast import client_of
from tests.factories.cases import accepted_case, clerk, staff_member
from tests.grievances.making import REPLY, again, filed, handler, officer_of

pytestmark = pytest.mark.django_db


def give(user: User, department) -> User:
    Post.objects.create(user=user, department=department, duty=Duty.COMPLAINTS)
    return User.objects.get(pk=user.pk)


def assert_kept_out(user: User, grievance: Grievance) -> None:
    """No list, no page, no deed; the page is that of a complaint that does not exist."""
    before = again(grievance).version
    assert not may_handle(user, grievance)
    assert grievance not in handled_by(user)
    client = client_of(user)
    assert grievance.title not in unescape(client.get("/500103/complaints/desk/").content.decode())
    page = client.get(f"/500103/complaints/desk/{grievance.uid}/")
    assert page.status_code == 404
    assert grievance.title not in unescape(page.content.decode())
    for name in ("accept", "refuse", "answer"):
        assert client.post(f"/500103/complaints/desk/{grievance.uid}/{name}/").status_code == 404
    deeds: list[tuple[Callable[..., object], dict[str, str]]] = [
        (accept, {}),
        (refuse, {"reason": "unclear", "channel": "12345"}),
        (answer, {"reply": REPLY}),
    ]
    for deed, said in deeds:
        with pytest.raises(NotAllowed):
            deed(grievance.uid, user, **said)
    assert again(grievance).version == before


def test_the_hall_s_handler_sees_and_handles_what_is_not_about_them(city):
    grievance = filed(accused_department=city.departments["yz-wj"])
    assert may_handle(handler(), grievance)
    assert grievance in handled_by(handler())
    assert accept(grievance.uid, handler()).state == GrievanceState.ACCEPTED


def test_whoever_acted_on_the_case_is_kept_out(city):
    handling = accepted_case()
    clerk_too = give(clerk(handling, "window"), city.departments["yz-rs"])
    case = handling.application
    assert_kept_out(clerk_too, filed(user=case.applicant, case_no=case.case_no))


def test_the_only_officer_of_the_accused_department_is_kept_out(city, staff):
    officer = officer_of(city.departments["yz-wj"])
    assert_kept_out(officer, filed(accused_department=city.departments["yz-wj"]))
    assert may_handle(officer, filed(accused_department=city.departments["yz-rs"]))
    assert may_handle(officer, filed())


def test_whoever_is_named_is_kept_out(city, staff):
    named = officer_of(city.departments["yz-rs"], name="钱独岗")
    assert_kept_out(named, filed(accused_person="二号窗口 钱独岗"))
    assert may_handle(named, filed(accused_person="二号窗口"))


def test_nobody_handles_their_own_complaint(city, staff):
    officer = officer_of(city.departments["yz-rs"])
    assert_kept_out(officer, filed(user=officer))


@pytest.mark.parametrize("stranger", ["wz-complaints", "yz-wj-signer", "yz-secrecy"])
def test_other_staff_see_nothing(city, stranger):
    grievance = filed()
    user = staff_member(stranger)
    assert grievance not in handled_by(user)
    page = client_of(user).get(f"/complaints/desk/{grievance.uid}/")
    assert page.status_code in {403, 404}
    assert grievance.title not in unescape(page.content.decode())


def test_the_supervisor_stands_in_where_the_handlers_are_complained_about(city, staff):
    grievance = filed(hall="500000", accused_person=staff_member("cq-complaints").name)
    assert not may_handle(staff_member("cq-complaints"), grievance)
    assert accept(grievance.uid, staff_member("cq-supervisor")).state == GrievanceState.ACCEPTED


def test_the_list_and_the_page_agree_for_everybody(city, staff):
    """The rule has two forms; on every complaint of this test they give the same answer."""
    officer = officer_of(city.departments["yz-wj"])
    accused = [None, city.departments["yz-wj"], city.departments["yz-rs"]]
    for department in accused:
        for person in ("", handler().name, officer.name):
            filed(accused_department=department, accused_person=person)
    for user in [*User.objects.filter(posts__duty__in=["complaints", "supervisor"]).distinct(), officer]:
        for grievance in Grievance.objects.all():
            assert (grievance in handled_by(user)) == may_handle(user, grievance)
