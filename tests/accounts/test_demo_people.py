"""``manage.py demo_people`` fills every hall, as often as it is asked, and says who can sign in."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from hall.accounts.demo import APPLICANTS, DEMO_PASSWORD
from hall.accounts.demo.tour import _PEOPLE, _width, aligned
from hall.accounts.models import Duty, Post, User
from hall.numbering.checks import uscc_is_valid
from hall.organisations.models import Hall


def demo_people(*options):
    out = StringIO()
    call_command("demo_people", *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def whole_city(db):
    call_command("demo_city", verbosity=0)


@pytest.mark.usefixtures("whole_city")
def test_every_department_of_every_hall_has_somebody_for_every_duty_of_a_case_and_its_disclosure():
    demo_people()
    case_work = (Duty.WINDOW, Duty.EXAMINER, Duty.SIGNER, Duty.CERTIFICATES, Duty.COMPLAINTS)
    disclosing = (Duty.DISCLOSER, Duty.SECRECY, Duty.HEAD)
    for duty in (*case_work, *disclosing):
        for hall in Hall.objects.all():
            assert not hall.departments.exclude(posts__duty=duty).exists(), (hall, duty)


@pytest.mark.usefixtures("whole_city")
def test_running_it_again_adds_nobody_and_keeps_what_people_changed():
    demo_people()
    zhang = User.objects.get(username="zhangxiaoman")
    zhang.set_password("Ziji-gai-de-1")
    zhang.real_name_level = 3
    zhang.save()
    before = (User.objects.count(), Post.objects.count())
    demo_people()
    assert (User.objects.count(), Post.objects.count()) == before
    zhang.refresh_from_db()
    assert zhang.check_password("Ziji-gai-de-1")
    assert zhang.real_name_level == 3


@pytest.mark.usefixtures("whole_city")
def test_everybody_who_is_printed_exists_and_the_password_opens():
    printed = demo_people("--print")
    usernames = [row[0].removesuffix(" …") for row in _PEOPLE[1:]]
    for username in usernames:
        assert username in printed
        assert User.objects.filter(username=username).exists(), username
    assert DEMO_PASSWORD in printed
    assert User.objects.get(username="yz-wj-window").check_password(DEMO_PASSWORD)


@pytest.mark.usefixtures("whole_city")
def test_without_the_option_no_password_is_printed():
    assert DEMO_PASSWORD not in demo_people()


@pytest.mark.usefixtures("whole_city")
def test_nobody_real_is_meant():
    demo_people()
    for user in User.objects.exclude(id_number_index=""):
        assert user.id_number[14:17] == "000"
    for user in User.objects.exclude(uscc=""):
        assert user.uscc[8:12] == "0000"
        assert uscc_is_valid(user.uscc)
    assert len(APPLICANTS) == User.objects.exclude(kind="staff").count()


def test_a_table_with_chinese_in_it_is_aligned():
    lines = aligned([("账号", "谁"), ("yz", "李一诺")]).splitlines()
    assert len({_width(line[: line.index(sign)]) for line, sign in zip(lines, ("谁", "李"), strict=True)}) == 1


def test_a_real_installation_gets_no_demo_accounts(db, settings):
    settings.HALL_DEMO = False
    with pytest.raises(CommandError):
        call_command("demo_people")
    assert not User.objects.exists()
