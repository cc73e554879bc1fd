from dataclasses import replace

import pytest

from applications.documents.remedies import Way, remedies
from hall.errors import Incomplete
from tests.applications.documents.samples import ORGAN


def test_either_way_is_open_by_default():
    told = "".join(remedies(ORGAN, "决定"))
    assert "也可以自收到本决定之日起六个月内" in told
    assert "重庆市渝中区人民法院" in told


def test_some_acts_go_to_reconsideration_first():
    told = "".join(remedies(ORGAN, "决定", way=Way.RECONSIDERATION_FIRST))
    assert "应当先自收到本决定之日起六十日内" in told
    assert "十五日内" in told


def test_an_unknown_court_is_described():
    assert "有管辖权的人民法院" in remedies(replace(ORGAN, court=""), "决定")[0]


def test_without_its_organ_no_adverse_paper_is_made():
    with pytest.raises(Incomplete, match="行政复议机关"):
        remedies(replace(ORGAN, reconsideration_organ=""), "决定")


def test_electronic_service_needs_the_internet_channel_and_paper_does_not():
    offline = replace(ORGAN, reconsideration_url="")
    with pytest.raises(Incomplete, match="互联网"):
        remedies(offline, "决定")
    assert len(remedies(offline, "决定", electronic=False)) == 1
