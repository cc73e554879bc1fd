"""Departments are found by any of the words with which item lists name them."""

import pytest

from hall.organisations.kinds import canonical_kind, department_kinds
from hall.organisations.models import Department
from hall.organisations.queries import department_for

WORDS_OF_THE_ITEM_LIST = [
    *("发展改革", "经济信息", "经济信息（无线电管理）", "教育", "公安", "民政", "民族宗教", "司法行政"),
    *("财政", "人力社保", "规划自然资源", "住房城乡建设", "住房城乡建设（城市管理）", "城市管理（园林）"),
    *("城市管理", "交通运输", "交通运输（轨道）", "水利", "农业农村", "乡镇人民政府", "商务", "文化旅游"),
    *("文化旅游（广播电视）", "文化旅游（文物）", "体育", "新闻出版（宣传）", "新闻出版（电影）", "卫生健康"),
    *("应急管理", "消防救援", "生态环境", "市场监管", "市场监管（药监）", "林业", "气象", "烟草专卖"),
    *("人民防空", "金融管理", "邮政管理", "档案"),
]


@pytest.mark.parametrize("word", WORDS_OF_THE_ITEM_LIST)
def test_every_word_of_the_item_list_means_a_kind(word):
    assert canonical_kind(word) in {known.kind for known in department_kinds()}


def test_no_word_means_two_kinds_and_no_serial_is_used_twice():
    words = [word for known in department_kinds() for word in (known.kind, *known.aliases)]
    assert len(words) == len(set(words))
    serials = [known.serial for known in department_kinds()]
    assert len(serials) == len(set(serials))


def test_人力社保_and_人力资源社会保障_are_one_department(city):
    assert department_for(city.yz, "人力社保") == department_for(city.yz, "人力资源社会保障")
    assert department_for(city.yz, "人力社保").name == "渝中区人力资源和社会保障局"


def test_a_department_is_never_taken_from_another_hall(city):
    assert department_for(city.cq, "水利").name == "重庆市水利局"
    assert department_for(city.wz, "水利").name == "万州区水利局"


def test_an_unknown_kind_finds_nothing(city):
    with pytest.raises(Department.DoesNotExist):
        department_for(city.yz, "没有这种部门")
