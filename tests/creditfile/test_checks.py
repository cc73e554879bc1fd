"""Every fault of every row, by column (domain.md §5): nothing is sent that the platform would refuse."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.numbering.demo import demo_id_card, demo_uscc
from tracking.creditfile.checks import faults, repeated
from tracking.creditfile.columns import COLUMNS, NO_CODE, PERSON, TRADER, Row

TODAY = date(2026, 11, 27)
ORGAN = demo_uscc("11", "500103", 1)
GOOD: Row = {column.name: "" for column in COLUMNS} | {
    "XK_XDR_MC": "重庆清泉浴室有限公司",
    "XK_XDR_LB": "法人及非法人组织",
    "XK_XDR_SHXYM": demo_uscc("91", "500103", 2),
    "XK_FRDB": "秦清",
    "XK_XKWS": "准予行政许可决定书",
    "XK_WSH": "渝中卫健许准字〔2026〕第000001号",
    "XK_XKLB": "普通",
    "XK_NR": "准予经营沐浴场所。",
    "XK_JDRQ": "2026/11/20",
    "XK_YXQZ": "2026/11/20",
    "XK_YXQZI": "2030/11/19",
    "XK_XKJG": "渝中区卫生健康委员会",
    "XK_XKJGDM": ORGAN,
    "XK_ZT": "1",
    "XK_LYDW": "渝中区卫生健康委员会",
    "XK_LYDWDM": ORGAN,
}
OF_PERSON = GOOD | {
    "XK_XDR_LB": PERSON,
    "XK_XDR_SHXYM": "",
    "XK_FRDB": "",
    "XK_XDR_ZJLX": "身份证",
    "XK_XDR_ZJHM": demo_id_card("500103", date(1990, 1, 1)),
}
ALWAYS = [column.name for column in COLUMNS if column.duty == "M"]


def columns(row: Row) -> list[str]:
    return [fault.column for fault in faults(row, TODAY)]


def test_a_good_row_has_none():
    assert columns(GOOD) == columns(OF_PERSON) == []
    assert len(COLUMNS) == 28


@pytest.mark.parametrize("name", [*ALWAYS, "XK_XDR_SHXYM", "XK_FRDB"])
def test_each_missing_field_is_told_by_its_column(name):
    told = faults(GOOD | {name: ""}, TODAY)
    assert (told[0].column, told[0].text) == (name, "缺少")


@pytest.mark.parametrize("name", ["XK_XDR_ZJLX", "XK_XDR_ZJHM"])
def test_a_person_needs_a_document_and_no_credit_code(name):
    assert columns(OF_PERSON | {name: ""}) == [name]
    assert columns(OF_PERSON | {"XK_XDR_SHXYM": GOOD["XK_XDR_SHXYM"]}) == ["XK_XDR_SHXYM"]


def test_all_faults_of_a_row_are_told_at_once():
    bare = dict.fromkeys(GOOD, "")
    assert set(columns(bare)) == {*ALWAYS, "XK_XDR_SHXYM", "XK_FRDB"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("XK_XDR_LB", "企业"),
        ("XK_XDR_SHXYM", "91500103000000002A"),
        ("XK_XKLB", "其他"),
        ("XK_XKLB", "一般"),
        ("XK_JDRQ", "2026-11-20"),
        ("XK_JDRQ", "2026/02/30"),
        ("XK_JDRQ", "2026/12/01"),
        ("XK_YXQZI", "2026/11/19"),
        ("XK_XKJGDM", "115001030000000018"),
        ("XK_ZT", "0"),
        ("XK_NR", "准\x00予"),
        ("XK_WSH", "长" * 65),
    ],
)
def test_what_the_platform_would_refuse_is_found_here(name, text):
    assert columns(GOOD | {name: text}) == [name]


def test_a_trader_without_a_code_names_the_registration():
    trader = GOOD | {"XK_XDR_LB": TRADER, "XK_XDR_SHXYM": NO_CODE}
    assert columns(trader) == ["XK_XDR_SHXYM"]
    assert columns(trader | {"XK_XDR_GSZC": "500103600000001"}) == []


def test_what_is_said_twice_is_found():
    assert repeated([GOOD, OF_PERSON | {"XK_XDR_MC": "张小满"}, dict(GOOD)]) == {2}


@given(st.dictionaries(st.sampled_from([column.name for column in COLUMNS]), st.text(max_size=30)))
def test_whatever_stands_in_a_row_it_is_judged_and_no_value_is_repeated(changed):
    row = GOOD | changed
    for fault in faults(row, TODAY):
        value = row[fault.column]
        assert len(value) < 8 or value not in fault.text
