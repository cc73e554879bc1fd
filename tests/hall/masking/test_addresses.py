import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.masking import mask_address


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("重庆市渝中区中山四路81号", "重庆市渝中区***"),
        ("重庆市两江新区金渝大道7号", "重庆市两江新区***"),
        ("重庆市石柱土家族自治县南宾街道城南路1号", "重庆市石柱土家族自治县***"),
        ("重庆市 渝中区 中山四路81号", "重庆市 渝中区***"),
        ("四川省广安市广安区建安南路9号", "四川省广安市广安区***"),
        ("广西壮族自治区南宁市青秀区民族大道1号", "广西壮族自治区南宁市青秀区***"),
        ("凉山彝族自治州西昌市航天大道1号", "凉山彝族自治州西昌市***"),
        ("渝中区人民路2号", "渝中区***"),
        ("黔江区市政路3号", "黔江区***"),
        ("重庆市渝中区省道旁4号", "重庆市渝中区***"),
        ("重庆市渝中区", "重庆市渝中区"),
        ("", ""),
    ],
)
def test_an_address_ends_with_its_district(address, masked):
    assert mask_address(address) == masked


@pytest.mark.parametrize("address", ["幸福小区3栋1号", "中山四路81号", "学田湾正街市场2楼", "解放碑片区5号", "A区8号"])
def test_what_is_no_division_is_hidden_whole(address):
    assert mask_address(address) == "***"


def test_staff_see_the_street_office_or_town():
    assert mask_address("重庆市渝中区七星岗街道中山一路1号", staff=True) == "重庆市渝中区七星岗街道***"
    assert mask_address("重庆市城口县高观镇双竹村5组", staff=True) == "重庆市城口县高观镇***"
    assert mask_address("重庆市渝中区中山四路81号", staff=True) == "重庆市渝中区***"


@given(st.text("重庆市渝中区新省县镇街道路巷小园号栋一二A1 *", max_size=30), st.booleans())
def test_masking_twice_changes_nothing_and_no_digit_shows(address, staff):
    masked = mask_address(address, staff=staff)
    assert mask_address(masked, staff=staff) == masked
    assert not any(character.isdigit() for character in masked)
