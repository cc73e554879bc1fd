"""Whatever JSON is sent to whichever address, the answer is a document and never a failure of ours."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hall.accounts.models import User
from tests.api.calling import Caller
from tests.factories import cases

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)


def _around(inner: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)


JSON = st.recursive(LEAVES, _around, max_leaves=8)
RELAXED = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
ODD = ["nan", "1e-99999999", "1e999999999", "\0", "2026-02-30", "是", "", "-0", "9" * 40, "yes", [{}], [[]], {"a": 1}]
SPECIAL = st.sampled_from(ODD)


@pytest.fixture
def zhang(city, applicant_zhang: User) -> Caller:
    return Caller(applicant_zhang)


@pytest.fixture
def addresses(zhang: Caller) -> list[tuple[str, str]]:
    draft = f"/cases/{cases.draft_case(by='zhangxiaoman').uid}"
    correcting = f"/cases/{cases.correcting_case(by='zhangxiaoman').application.uid}"
    return [
        ("post", "/cases/"),
        ("post", "/look-up/"),
        ("put", f"{draft}/answers/"),
        ("post", f"{draft}/submit/"),
        ("post", f"{correcting}/correction/"),
        ("put", f"{correcting}/answers/"),
    ]


def send(caller: Caller, addresses: list[tuple[str, str]], body: object) -> Iterator[int]:
    for method, path in addresses:
        yield getattr(caller, method)(path, body).status_code


@RELAXED
@given(body=JSON)
@example(body={"task_code": "\0", "division_code": "\0"})
def test_any_document_at_all(zhang: Caller, addresses: list[tuple[str, str]], body: object) -> None:
    assert all(status < 500 for status in send(zhang, addresses, body))


@RELAXED
@given(data=st.data())
def test_any_answer_to_any_question(zhang: Caller, addresses: list[tuple[str, str]], data: st.DataObject) -> None:
    """The right shape around it, so that what is inside reaches the form's own check."""
    fields = cases.offering().version.spec.fields
    keys = data.draw(st.lists(st.sampled_from([field.key for field in fields]), unique=True))
    answers = {key: data.draw(SPECIAL | JSON) for key in keys}
    for body in ({"answers": answers}, {"truth_stated": True}):
        assert all(status < 500 for status in send(zhang, addresses, body))


@RELAXED
@given(data=st.data())
def test_any_row_of_a_repeated_question(zhang: Caller, addresses: list[tuple[str, str]], data: st.DataObject) -> None:
    rows = next(field for field in cases.offering().version.spec.fields if field.type == "rows")
    row = st.fixed_dictionaries({column.key: SPECIAL | JSON for column in rows.columns})
    body = {"answers": {rows.key: data.draw(st.lists(row | JSON, max_size=3))}}
    assert all(status < 500 for status in send(zhang, addresses, body))
