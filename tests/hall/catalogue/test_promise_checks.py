"""What an item file may say of promises, tolerated materials and automatic decisions, and where it may not."""

import pytest

from hall.catalogue.checking import check
from hall.catalogue.reading import spec_of
from tests.factories.items import item, step, two_level_item

PROMISE = {"proves": "有场所", "text": "承诺有场所", "consequence": "撤销许可", "verify_days": 30}
LATER = {"days": 10, "consequence": "不予许可"}
RULE = {"name": "named", "text": "写明了场所", "when": {"field": "place", "is": "场所"}}


def with_material(**changes):
    return {"materials": [{"key": "identity", "name": "身份证明", **changes}]}


def reasons(content):
    return [one.path for one in check(content)]


def test_a_promise_and_a_tolerance_are_read_as_they_are_written():
    content = item(**with_material(commitment=PROMISE, necessity="tolerated", tolerance=LATER))
    assert check(content) == []
    (material,) = spec_of(content).materials
    assert material.commitment is not None
    assert material.tolerance is not None
    assert (material.commitment.verify_days, material.commitment.online) == (30, True)
    assert (material.tolerance.days, material.tolerance.grant_first) == (10, False)
    assert material.owed


def test_an_old_file_has_neither():
    (material,) = spec_of(item()).materials
    assert (material.commitment, material.tolerance, spec_of(item()).automatic) == (None, None, None)


@pytest.mark.parametrize(
    "excluded",
    [
        {"safety_related": True},
        {"secrecy": True, "online_allowed": False},
        {"excluded_fields": ["financial_prudential"]},
    ],
)
def test_in_the_excluded_fields_nothing_may_be_promised(excluded):
    assert reasons(item(**with_material(commitment=PROMISE), **excluded)) == ["materials[0].commitment"]


def test_tolerated_and_its_terms_belong_together():
    assert reasons(item(**with_material(necessity="tolerated"))) == ["materials[0].tolerance"]
    assert reasons(item(**with_material(tolerance=LATER))) == ["materials[0].necessity"]


def test_a_package_goes_up_whole():
    content = two_level_item(**with_material(necessity="tolerated", tolerance=LATER))
    assert reasons(content) == ["materials[0].necessity"]


def automatic(*rules, **changes):
    return item(automatic={"rules": list(rules or [RULE]), "content": "准予"}, **changes)


def test_rules_read_answers_materials_and_level():
    rules = [
        RULE,
        {"name": "there", "text": "已上传", "when": {"field": "material.identity", "is": "file"}},
        {"name": "here", "text": "区县", "when": {"field": "level", "is": "district"}},
    ]
    assert check(automatic(*rules)) == []
    written = spec_of(automatic(*rules)).automatic
    assert written is not None
    assert written.wait_minutes == 10


@pytest.mark.parametrize(
    "when",
    [
        {"field": "nowhere", "is": "x"},
        {"field": "material.nothing", "is": "file"},
        {"field": "material.identity", "is": "lost"},
        {"field": "level", "is": "nation"},
    ],
)
def test_a_rule_that_can_never_hold_is_refused(when):
    (path,) = reasons(automatic({**RULE, "when": when}))
    assert path.startswith("automatic.rules[0].when")


def test_two_rules_have_two_names():
    assert reasons(automatic(RULE, RULE)) == ["automatic.rules[1].name"]


@pytest.mark.parametrize(
    "needs_a_person",
    [
        {"safety_related": True},
        {"hearing_required": True},
        {"secrecy": True, "online_allowed": False},
        {"special_procedures": [{"name": "专家评审", "kind": "expert_review"}]},
        {"technical_inspection": True},
    ],
)
def test_what_needs_a_person_is_never_automatic(needs_a_person):
    assert "automatic" in reasons(automatic(**needs_a_person))


def test_an_item_is_instant_when_nothing_is_examined_and_the_promise_is_at_once():
    at_once = [step("intake", "intake", "decide", days=0), step("decide", "decide", "deliver", days=0)]
    short = [*at_once, step("deliver", "deliver")]
    limits = {"statutory": "20个工作日", "promise": "即办"}
    assert check(item(steps=short, limits=limits)) == []
    assert spec_of(item(steps=short, limits=limits)).is_instant
    assert not spec_of(item(limits=limits)).is_instant
    assert not spec_of(item(steps=short)).is_instant
