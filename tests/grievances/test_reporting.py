"""Unlicensed activity and abuse (行政许可法 Art. 80, 81): anybody reports it, the hall refers it to who enforces."""

import pytest

from complaints.grievances.actions.handle import accept, refer
from complaints.grievances.lifecycle import GrievanceState
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.organisations.addresses import path_prefix
from tests.cast import client_of
from tests.factories.cases import offering, staff_member
from tests.grievances.making import again, filed, handler
from tests.grievances.making import told as written

pytestmark = pytest.mark.django_db
TO = "渝中区卫生健康综合行政执法支队"


def reported(**asked):
    return filed(category="unlicensed", title="无证经营美容店", **asked)


def test_every_page_and_every_guide_leads_to_the_report(city):
    report = "/500103/complaints/new/?category=unlicensed"
    offered = offering()
    for page in ("/500103/", "/500103/complaints/", f"{path_prefix(offered.hall)}items/{offered.task_code}/"):
        assert report in client_of().get(page).content.decode(), page
    form = client_of().get(report).context["form"]
    assert form["category"].value() == "unlicensed"


def test_the_page_names_whom_else_to_tell(city, settings):
    settings.HALL_ENFORCEMENT = "某区综合行政执法局 023-00000000"
    assert settings.HALL_ENFORCEMENT in client_of().get("/500103/complaints/").content.decode()


def test_a_report_is_referred_on_and_whoever_wrote_reads_to_whom(city, company_qingquan):
    grievance = reported(user=company_qingquan)
    refer(grievance.uid, handler(), to=TO)
    referred = again(grievance)
    assert (referred.state, referred.referred_to, referred.due) == (GrievanceState.REFERRED, TO, None)
    read = client_of(company_qingquan).get(f"/500103/complaints/{grievance.uid}/").content.decode()
    assert TO in read


def test_on_the_desk_it_is_referred_and_nothing_else_but_refused(city, settings):
    settings.HALL_ENFORCEMENT = TO
    grievance = reported()
    browser = client_of(handler())
    page = f"/500103/complaints/desk/{grievance.uid}/"
    read = browser.get(page).content.decode()
    assert TO in read
    assert f"{page}accept/" not in read
    assert browser.post(f"{page}refer/", {"to": ""}).status_code == 422
    assert browser.post(f"{page}refer/", {"to": TO}).status_code == 302
    assert again(grievance).state == GrievanceState.REFERRED


def test_a_report_is_not_handled_here_and_a_complaint_not_referred(city):
    with pytest.raises(WrongState):
        accept(reported().uid, handler())
    complaint = filed()
    assert written().category == complaint.category
    with pytest.raises(WrongState):
        refer(complaint.uid, handler(), to=TO)


def test_to_somebody_by_somebody_who_handles_complaints_once(city):
    grievance = reported()
    with pytest.raises(NotAllowed):
        refer(grievance.uid, staff_member("yz-wj-window"), to=TO)
    with pytest.raises(Incomplete):
        refer(grievance.uid, handler(), to=" ")
    refer(grievance.uid, handler(), to=TO)
    with pytest.raises(WrongState):
        refer(grievance.uid, handler(), to=TO)
