"""``manage.py demo_city`` builds the whole city, as often as it is asked."""

import time

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count

from hall.numbering.checks import organisation_check_char, uscc_is_valid
from hall.organisations.kinds import department_kinds
from hall.organisations.models import Department, Division, Hall, Level


@pytest.fixture
def whole_city(db):
    call_command("demo_city", verbosity=0)


@pytest.mark.usefixtures("whole_city")
def test_one_hall_for_the_city_and_one_for_each_current_division():
    assert Hall.objects.count() == 38
    assert Hall.objects.get(level=Level.CITY).code == "500000"
    assert Hall.objects.exclude(code="500000").filter(parent__code="500000").count() == 37
    assert not Hall.objects.filter(code__in=["500105", "500112"]).exists()


@pytest.mark.usefixtures("whole_city")
def test_running_it_again_changes_nothing():
    def everything():
        return [list(model.objects.order_by("pk").values()) for model in (Division, Hall, Department)]

    before = everything()
    call_command("demo_city", verbosity=0)
    assert everything() == before


@pytest.mark.usefixtures("whole_city")
def test_running_it_again_takes_few_statements_and_little_time(django_assert_max_num_queries):
    begun = time.perf_counter()
    with django_assert_max_num_queries(30):
        call_command("demo_city", verbosity=0)
    assert time.perf_counter() - begun < 3


@pytest.mark.usefixtures("whole_city")
def test_every_kind_of_department_stands_at_the_city_and_in_every_district():
    at_the_city = {known.kind for known in department_kinds() if known.city_name}
    in_districts = {known.kind for known in department_kinds() if known.district_name}
    for hall in Hall.objects.all():
        kinds = set(hall.departments.values_list("kind", flat=True))
        assert kinds == (at_the_city if hall.is_city else in_districts)


@pytest.mark.usefixtures("whole_city")
def test_every_department_has_a_credit_code_of_its_own_that_passes_both_checks():
    codes = list(Department.objects.values_list("uscc", flat=True))
    assert len(codes) == len(set(codes)) > 1000
    for code in codes:
        assert uscc_is_valid(code)
        assert code.startswith("11")
        assert code[8:12] == "0000"
        assert organisation_check_char(code[8:16]) == code[16]


@pytest.mark.usefixtures("whole_city")
def test_the_letters_on_papers_belong_to_one_department_alone():
    twice = Department.objects.values("short_name").annotate(many=Count("pk")).filter(many__gt=1)
    assert not twice
    assert Department.objects.get(short_name="渝中卫健").name == "渝中区卫生健康委员会"
    assert Department.objects.get(short_name="渝卫健").name == "重庆市卫生健康委员会"


@pytest.mark.usefixtures("whole_city")
def test_reconsideration_goes_to_the_government_of_the_same_level():
    organs = dict(Department.objects.filter(kind="水利").values_list("hall__code", "reconsideration_organ"))
    assert organs["500000"] == "重庆市人民政府"
    assert organs["500103"] == "渝中区人民政府"
    assert organs["500240"] == "石柱土家族自治县人民政府"


@pytest.mark.usefixtures("whole_city")
def test_what_people_could_call_or_visit_says_that_it_is_invented():
    for department in Department.objects.all():
        for invented in (department.phone, department.supervision_phone, department.address, department.hours):
            assert "演示" in invented
        assert "023-0000" in department.phone
        assert ".example/" in department.reconsideration_url


@pytest.mark.usefixtures("whole_city")
def test_every_hall_has_site_settings_of_its_own():
    for name in ("name", "host", "site_code", "sponsor", "contact", "icp_no", "psb_no"):
        assert Hall.objects.values(name).distinct().count() == 38, name


@pytest.mark.usefixtures("whole_city")
def test_site_codes_are_region_and_serial_and_shown_as_invented():
    for hall in Hall.objects.all():
        assert hall.site_code.isdigit()
        assert len(hall.site_code) == 10
        assert hall.site_code.startswith(hall.code)
        assert hall.site_code_shown == f"{hall.site_code}（演示）"


@pytest.mark.usefixtures("whole_city")
def test_every_hall_keeps_lamp_thresholds():
    assert set(Hall.objects.values_list("amber_share", "amber_days")) == {(Hall().amber_share, 1)}


def test_a_real_installation_gets_no_invented_departments(db, settings):
    settings.HALL_DEMO = False
    with pytest.raises(CommandError):
        call_command("demo_city")
    assert not Hall.objects.exists()
