"""Every fault of every row, by column (domain.md §5): nothing is sent that the platform would refuse."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.numbering.demo import demo_id_card, demo_uscc
from tracking.creditfile.checks import faults, said
from tracking.creditfile.columns import CATEGORIES, COLUMNS, NO_CODE, PAPERS, PERSON, TRADER, Row
from tracking.creditfile.papers import paper_of

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


def test_two_rows_say_the_same_with_document_grantee_and_day():
    assert said(GOOD) == said(GOOD | {"XK_NR": "另一段内容"})
    for name in ("XK_WSH", "XK_XDR_MC", "XK_JDRQ"):
        assert said(GOOD) != said(GOOD | {name: "另一个"})


@pytest.mark.parametrize("category", [*CATEGORIES, "其他-非行政许可的备案"])
def test_every_category_of_the_standard_may_be_said(category):
    assert columns(GOOD | {"XK_XKLB": category}) == []


@pytest.mark.parametrize("paper", [*PAPERS[1:], "其他-港澳居民居住证"])
def test_every_identity_paper_of_the_standard_may_be_said(paper):
    assert columns(OF_PERSON | {"XK_XDR_ZJLX": paper, "XK_XDR_ZJHM": "K12345678"}) == []
    assert columns(GOOD | {"XK_FR_ZJLX": paper}) == []


def test_a_paper_that_the_standard_does_not_know_or_a_number_that_is_not_of_it_is_told():
    assert columns(OF_PERSON | {"XK_XDR_ZJLX": "居民户口簿"}) == ["XK_XDR_ZJLX"]
    assert columns(OF_PERSON | {"XK_XDR_ZJLX": "其他-"}) == ["XK_XDR_ZJLX"]
    assert columns(OF_PERSON | {"XK_XDR_ZJHM": "K12345678"}) == ["XK_XDR_ZJHM"]


@pytest.mark.parametrize(
    ("number", "paper"),
    [
        (demo_id_card("500103", date(1990, 1, 1)), "身份证"),
        ("810000199001010009", "其他-港澳居民居住证"),
        ("830000199001010003", "其他-台湾居民居住证"),
        ("911124198108030024", "外国人永久居留身份证"),
        ("CAN110181080310", "外国人永久居留身份证"),
        ("H12345678", "港澳居民来往内地通行证"),
        ("12345678", "台湾居民来往大陆通行证"),
        ("E12345678", "护照号"),
        ("没有号码", ""),
    ],
)
def test_the_kind_of_paper_is_that_of_the_number(number, paper):
    assert paper_of(number) == paper


@given(st.dictionaries(st.sampled_from([column.name for column in COLUMNS]), st.text(max_size=30)))
def test_whatever_stands_in_a_row_it_is_judged_and_no_value_is_repeated(changed):
    row = GOOD | changed
    for fault in faults(row, TODAY):
        value = row[fault.column]
        assert len(value) < 8 or value not in fault.text
