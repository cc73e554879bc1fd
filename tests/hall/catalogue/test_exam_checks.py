"""What an exam may not ask for (行政许可法 Art. 54): training before it, or books that are prescribed."""

import pytest

from hall.catalogue.checking import check
from tests.factories.items import item

EXAM = {"conditions": "年满十八周岁", "method": "网上报名", "subjects": "法规、实务", "syllabus": "见演示大纲"}


def told(content):
    return {problem.path for problem in check(content)}


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"materials": [{"key": "course", "name": "考前培训合格证明"}]}, "materials[0].name"),
        ({"materials": [{"key": "book", "name": "证明", "standard": "购买指定教材的凭证"}]}, "materials[0].standard"),
        ({"conditions": ["参加过本机关举办的培训"]}, "conditions[0]"),
        ({"conditions": [{"zh": "参加过培训", "en": "trained"}]}, "conditions[0]"),
    ],
)
def test_no_exam_makes_training_a_duty(changes, path):
    assert told(item(allocation="exam", exam=EXAM, **changes)) == {path}
    assert told(item(**changes)) == set()


def test_nor_do_its_conditions_of_registration():
    assert told(item(allocation="exam", exam={**EXAM, "conditions": "完成40学时培训"})) == {"exam.conditions"}


def test_saying_that_no_training_is_required_is_in_order():
    calm = {**EXAM, "conditions": "年满十八周岁；不要求参加任何培训，不指定教材。"}
    assert told(item(allocation="exam", exam=calm)) == set()
