"""The handlers' desk: oldest duty first, by keyset; what is refused comes back beside its field; readings on record."""

from datetime import date
from html import unescape

import pytest

from complaints.grievances import queries
from complaints.grievances.actions.rate import rate
from complaints.grievances.lifecycle import GrievanceState
from complaints.grievances.models import Grievance
from hall.audit.models import Entry
from tests.cast import client_of
from tests.grievances.making import REPLY, accepted, again, answered, filed, handler

pytestmark = pytest.mark.django_db
DESK = "/500103/complaints/desk/"


def text(response) -> str:
    return unescape(response.content.decode())


def test_what_waits_is_shown_with_its_lamp(city):
    grievance = filed()
    page = text(client_of(handler()).get(DESK))
    assert grievance.number in page
    assert "还剩 2 个工作日" in page


def test_the_desk_opens_in_the_frame_of_one_s_own_hall(city):
    assert client_of(handler()).get("/complaints/desk/?state=done")["Location"] == f"{DESK}?state=done"


def test_a_matter_goes_from_the_desk_to_what_is_done(city):
    grievance, client = filed(name="张小满", phone="13800001234"), client_of(handler())
    page = text(client.get(f"{DESK}{grievance.uid}/"))
    assert "13800001234" in page
    client.post(f"{DESK}{grievance.uid}/accept/")
    client.post(f"{DESK}{grievance.uid}/answer/", {"reply": REPLY})
    assert again(grievance).state == GrievanceState.ANSWERED
    assert grievance.number not in text(client.get(DESK))
    assert grievance.number in text(client.get(f"{DESK}?state=done"))


def test_a_refusal_that_lacks_its_channel_comes_back_with_what_was_written(city):
    grievance, client = filed(), client_of(handler())
    page = client.post(f"{DESK}{grievance.uid}/refuse/", {"reason": "unclear", "channel": " "})
    assert page.status_code == 422
    assert '<option value="unclear" selected>' in text(page)
    page = client.post(f"{DESK}{accepted().uid}/answer/", {"reply": "已阅"})
    assert page.status_code == 422
    assert "不少于 10 个字" in text(page)


def test_an_anonymous_person_stays_anonymous_to_the_handler(city, applicant_zhang):
    grievance, client = answered(user=applicant_zhang), client_of(handler())
    rate(grievance.uid, user=applicant_zhang, proven=False, satisfaction=2)
    page = text(client.get(f"{DESK}{grievance.uid}/"))
    assert "匿名" in page
    assert applicant_zhang.name not in page
    too_late = client.post(f"{DESK}{grievance.uid}/answer/", {"reply": REPLY})
    assert too_late.status_code == 409
    assert "提出人：评价" in text(too_late)
    assert applicant_zhang.name not in text(too_late)


def test_a_visitor_and_an_applicant_are_kept_out(city, applicant_zhang):
    assert client_of().get(DESK).status_code == 302
    assert client_of(applicant_zhang).get(DESK).status_code == 403


def test_each_reading_is_on_record(city):
    grievance, client = filed(), client_of(handler())
    client.get(f"{DESK}{grievance.uid}/")
    client.get(DESK)
    rows = Entry.objects.filter(action__in=["grievance.read", "grievance.listed"])
    assert [row.shown for row in rows] == [[str(grievance.uid)]] * 2


@pytest.mark.parametrize("done", [False, True])
def test_a_long_desk_is_read_to_its_end_without_a_row_twice(city, monkeypatch, done):
    monkeypatch.setattr(queries, "PAGE", 2)
    for number in range(5):
        grievance = answered() if done else filed()
        if not done:
            Grievance.objects.filter(pk=grievance.pk).update(due=date(2026, 12, 1 + number % 2))
    seen, after = [], None
    while True:
        page = queries.desk(handler(), city.yz, done=done, after=after)
        seen += [row.grievance.uid for row in page.rows]
        after = page.following
        if after is None:
            break
    order = ("-ended_at", "-uid") if done else ("due", "uid")
    assert seen == list(Grievance.objects.order_by(*order).values_list("uid", flat=True))


def test_an_altered_address_is_told(city):
    assert client_of(handler()).get(f"{DESK}?after=12").status_code == 400
