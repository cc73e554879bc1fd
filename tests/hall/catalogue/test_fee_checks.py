"""Fees in an item file (行政许可法 Art. 58, 59): what can be charged, computed and held up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hall.catalogue.checking import check
from hall.catalogue.completeness import missing
from hall.catalogue.fees import fees_of
from tests.factories.items import item, step, with_fields

AREA = {"key": "area", "label": "面积", "type": "number", "least": 1, "most": 10_000}
LAW = {"name": "场地占用费", "standard": "每平方米10元", "basis": "《演示条例》第二条", "basis_level": "law"}
ISSUING = [
    step("intake", "intake", "review"),
    step("review", "review", "decide"),
    step("decide", "decide", "issue"),
    step("issue", "issue", "deliver"),
    step("deliver", "deliver"),
]


def charging(*rows, **more):
    return {"charged": True, "items": [{**LAW, "amount": "10", **row} for row in rows], **more}


def told(content):
    return {problem.path: problem.reason for problem in check(content)}


def test_a_fee_without_an_amount_cannot_be_published():
    content = item(fees={"charged": True, "items": [LAW]})
    assert told(content) == {}
    assert [words for words in missing(content) if words.startswith("收费")]
    assert not [words for words in missing(item(fees=charging({}))) if words.startswith("收费")]


@pytest.mark.parametrize("amount", ["-1", "1.234", "一元", "1e3", -5, 0.1])
def test_an_amount_is_yuan_with_two_places(amount):
    assert "fees.items[0].amount" in told(item(fees=charging({"amount": amount})))


def test_what_a_fee_is_counted_by_is_answered_by_everybody_and_bounded():
    fees = charging({"per": ["area"]})
    assert told(with_fields(AREA, fees=fees)) == {}
    for change in ({"type": "text"}, {"required": False}, {"most": None}, {"least": None}, {"least": -3}):
        field = {name: value for name, value in {**AREA, **change}.items() if value is not None}
        if field["type"] == "text":
            field = {"key": "area", "label": "面积", "type": "text"}
        assert "fees.items[0].per" in told(with_fields(field, fees=fees)), change
    assert "fees.items[0].per" in told(item(fees=fees))


def test_no_fee_can_outgrow_a_payment_order():
    vast = {**AREA, "most": 10**13}
    assert "缴款单" in told(with_fields(vast, fees=charging({"per": ["area"]})))["fees.items"]


def test_a_condition_reads_what_is_asked():
    assert "fees.items[0].when.field" in told(item(fees=charging({"when": {"field": "absent", "is": "yes"}})))


def test_a_reduction_has_its_law_and_its_share():
    one = {"key": "charity", "text": "公益活动", "basis": "《演示条例》第三条", "percent": 50}
    assert told(item(fees=charging({"reductions": [one]}))) == {}
    assert "fees.items[0].reductions[0].basis" in told(item(fees=charging({"reductions": [{**one, "basis": " "}]})))
    assert "fees.items[0].reductions[0].percent" in told(item(fees=charging({"reductions": [{**one, "percent": 101}]})))
    assert "fees.items[0].reductions" in told(item(fees=charging({"reductions": [one, one]})))


def test_it_falls_due_at_a_step_after_acceptance_and_holds_up_nothing_before():
    for named in ("intake", "nowhere"):
        assert "fees.payable_from" in told(item(steps=ISSUING, fees=charging({}, payable_from=named)))
    assert told(item(steps=ISSUING, fees=charging({}, payable_from="issue", holds_up="issue"))) == {}
    assert "fees.holds_up" in told(item(steps=ISSUING, fees=charging({}, payable_from="issue", holds_up="decision")))


def test_a_row_costs_what_its_file_says():
    reduction = {"key": "half", "text": "减半", "basis": "《演示条例》第三条", "percent": 50}
    fees = fees_of(
        charging({"amount": "0.55", "per": ["area"], "when": {"field": "area", "above": 1}, "reductions": [reduction]})
    )
    row = fees.rows[0]
    assert row.due({"area": "3"}, "new") == Decimal("1.65")
    assert row.due({"area": "1"}, "new") == Decimal(0)
    assert row.due({"area": "3"}, "renewal") == Decimal(0)
    assert row.due({}, "new") == Decimal(0)
    assert row.reductions[0].taken_off(Decimal("1.65")) == Decimal("0.83")


@given(some.decimals(0, 10**6, places=2), some.integers(0, 10**6), some.integers(1, 100))
def test_money_never_loses_a_cent(amount, units, percent):
    fees = fees_of(
        charging(
            {
                "amount": str(amount),
                "per": ["area"],
                "reductions": [{"key": "some", "text": "减免", "basis": "《演示条例》", "percent": percent}],
            }
        )
    )
    due = fees.rows[0].due({"area": units}, "new")
    assert due == amount * units
    taken = fees.rows[0].reductions[0].taken_off(due)
    assert 0 <= taken <= due
    assert abs(taken - due * percent / 100) <= Decimal("0.005")


def test_an_item_without_a_fee_costs_nothing():
    assert not fees_of({"charged": False})
    assert not fees_of({})
