"""An item is offered by data: each current division's department of that kind."""

from datetime import date

import pytest

from hall.catalogue.actions.importing import import_contents
from hall.catalogue.models import Offering
from hall.catalogue.sources import Source
from hall.numbering.checks import uscc_is_valid
from hall.organisations.models import Division
from tests.factories.items import STEPS, item

pytestmark = pytest.mark.usefixtures("city")
BOTH = [{"level": "district", "department": "卫生健康"}, {"level": "city", "department": "卫生健康"}]
BOTH_STEPS = [{**one, "level": ["district", "city"]} for one in STEPS]


def take(**changes):
    return import_contents([Source("甲.yaml", item(**changes))])


def test_a_task_code_is_department_level_and_item():
    take(offered_by=BOTH, steps=BOTH_STEPS)
    for offering in Offering.objects.select_related("department", "hall"):
        code = offering.task_code
        assert len(code) == 31
        assert uscc_is_valid(code[:18])
        assert code[:18] == offering.department.uscc
        assert code[18] == {"city": "2", "district": "4"}[offering.level]
        assert code[19:] == offering.catalog_code == "500190901001"
    assert Offering.objects.filter(level="city").count() == 1


def test_only_named_divisions_offer_what_is_offered_by_name():
    take(offered_by=[{"level": "district", "department": "卫生健康", "divisions": ["500103"]}])
    assert Offering.objects.get().hall.code == "500103"


def test_another_word_for_the_department_finds_it():
    take(offered_by=[{"level": "district", "department": "人力社保"}], steps=None)
    assert set(Offering.objects.values_list("department_kind", flat=True)) == {"人力资源社会保障"}


def test_a_division_that_has_ended_offers_nothing_any_more():
    take()
    Division.objects.filter(code="500101").update(valid_to=date(2026, 1, 1))
    take()
    ended = Offering.objects.get(hall__code="500101")
    assert ended.withdrawn_on
    assert Offering.objects.filter(withdrawn_on__isnull=True).count() == 2


def test_what_is_offered_again_keeps_its_identity():
    take()
    uid = Offering.objects.get(hall__code="500101").uid
    take(offered_by=[{"level": "district", "department": "卫生健康", "divisions": ["500103"]}])
    assert Offering.objects.get(uid=uid).withdrawn_on
    take()
    back = Offering.objects.get(hall__code="500101")
    assert (back.uid, back.withdrawn_on) == (uid, None)
