"""The host name chooses the hall; a name that nobody answers to is refused."""

import pytest

from hall.organisations.models import Hall
from tests.cast import client_of


def get(host, path="/accounts/sign-in/"):
    return client_of().get(path, headers={"host": host})


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("127.0.0.1:8000", "500000"),
        ("localhost", "500000"),
        ("hall.localhost:8000", "500000"),
        ("500103.hall.localhost", "500103"),
        ("500103.HALL.localhost:8000", "500103"),
    ],
)
def test_a_known_name_opens_its_hall(host, code):
    answer = get(host)
    assert answer.status_code == 200
    assert answer.wsgi_request.hall.code == code


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize("host", ["evil.example", "500105.hall.localhost", "nobody.hall.localhost", "a_b"])
def test_an_unknown_name_is_refused_on_a_page_that_says_so_and_does_not_repeat_it(host):
    answer = get(host)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "没有这个网址" in page
    assert host not in page


@pytest.mark.usefixtures("city")
def test_a_path_wins_over_the_name_so_that_every_hall_can_be_reached_from_any():
    assert get("500103.hall.localhost", "/500101/accounts/sign-in/").wsgi_request.hall.code == "500101"


def test_a_hall_given_a_name_of_its_own_answers_to_it(city, settings):
    settings.ALLOWED_HOSTS = ["spdt.example"]
    Hall.objects.filter(code="500103").update(host="spdt.example")
    assert get("spdt.example").wsgi_request.hall.code == "500103"


@pytest.mark.django_db
def test_before_any_hall_is_opened_the_page_says_what_to_do():
    answer = get("localhost")
    assert answer.status_code == 503
    assert "demo_city" in answer.content.decode()
