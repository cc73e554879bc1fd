"""Transferring a licence from my space (行政许可法 Art. 9)."""

import pytest

from applications.actions.submit import submit
from applications.models import Application, Conveyance, Licence
from hall.catalogue.guide.key_facts import key_facts
from tests.applications.actions.test_convey import again, drafted, issued
from tests.cast import client_of
from tests.disclosure.making import public_of
from tests.factories.cases import clerk, delivered_case, fresh, offering, publish
from tests.factories.mandates import person
from tracking.register.models import Record, RecordStatus

pytestmark = pytest.mark.django_db
MINE = "/500103/apply/licences/"


@pytest.fixture
def licence(city):
    publish(transferable=True, transfer_basis="《演示条例》第十条")
    return Licence.objects.get(application=delivered_case().application)


def page(user, url):
    return client_of(user).get(url).content.decode()


def offered(licence, to, **changes):
    told = {"do": "offer", "to_name": to.name, "to_code": to.uscc or to.id_number, **changes}
    return client_of(licence.application.applicant).post(f"{MINE}{licence.uid}/", told)


def test_what_may_not_be_transferred_says_so(city):
    licence = Licence.objects.get(application=delivered_case().application)
    text = page(licence.application.applicant, f"{MINE}{licence.uid}/")
    assert "不得转让（《行政许可法》第九条）" in text
    assert "提出转让" not in text
    assert offered(licence, person("yunshang")).status_code == 403


def test_the_guide_says_whether_it_may(city):
    assert ("许可转让", "不得转让（《行政许可法》第九条）") in key_facts(offering())
    publish(transferable=True, transfer_basis="《演示条例》第十条")
    assert ("许可转让", "可以依法转让（《演示条例》第十条）") in key_facts(offering())


def test_offered_confirmed_and_begun(licence):
    to = person("yunshang")
    assert offered(licence, to)["Location"] == f"{MINE}{licence.uid}/"
    assert to.name in page(licence.application.applicant, f"{MINE}{licence.uid}/")
    offer = Conveyance.objects.get()
    assert f"{MINE}offered/{offer.uid}/" in page(to, MINE)
    assert licence.number in page(to, f"{MINE}offered/{offer.uid}/")
    begun = client_of(to).post(f"{MINE}offered/{offer.uid}/", {"do": "confirm"})
    draft = Application.objects.get(applicant=to)
    assert begun["Location"] == f"/500103/apply/{draft.uid}/"


@pytest.mark.parametrize(("changes", "field"), [({"to_code": "123"}, "to_code"), ({"to_name": ""}, "to_name")])
def test_what_is_wrong_stands_beside_its_field(licence, changes, field):
    response = offered(licence, person("yunshang"), **changes)
    assert response.status_code == 422
    assert field in response.context["offer"].errors


def test_taken_back_and_declined_on_the_page(licence):
    to = person("yunshang")
    offered(licence, to)
    client_of(licence.application.applicant).post(f"{MINE}{licence.uid}/", {"do": "take_back"})
    offered(licence, to)
    last = Conveyance.objects.latest("id")
    client_of(to).post(f"{MINE}offered/{last.uid}/", {"do": "decline"})
    assert [one.ended_as for one in Conveyance.objects.order_by("id")] == ["taken_back", "declined"]


def test_to_a_stranger_the_offer_is_as_if_absent(licence, stranger):
    offered(licence, person("yunshang"))
    address = f"{MINE}offered/{Conveyance.objects.get().uid}/"
    assert client_of(stranger).get(address).status_code == 404
    assert client_of(stranger).post(address, {"do": "confirm"}).status_code == 404


def test_clerk_and_new_holder_read_whose_licence_it_is(licence):
    to = person("yunshang")
    handling = fresh(submit(drafted(licence, to).uid, to, truth_stated=True).handlings.get())
    pages = {f"apply/{handling.application.uid}/": to, f"desk/{handling.uid}/": clerk(handling, "window")}
    for address, user in pages.items():
        text = page(user, f"/500103/{address}")
        assert "转让的许可" in text
        assert licence.number in text
    issued(handling)
    assert "已转让" in page(licence.application.applicant, f"{MINE}{licence.uid}/")
    assert again(licence).state == "transferred"


def test_the_register_says_of_the_old_licence_that_it_went_over(licence):
    to, record = person("yunshang"), _published(licence)
    issued(fresh(submit(drafted(licence, to).uid, to, truth_stated=True).handlings.get()))
    record.refresh_from_db()
    assert record.status == RecordStatus.TRANSFERRED
    assert "已转让" in client_of().get(f"/500103/register/{record.uid}/").content.decode()


def _published(licence):
    disclosure = public_of(licence.application.uid)
    return Record.objects.get(source_uid=disclosure.uid)
