"""Refusals under /api/ are RFC 9457 problem documents, in the same words as the pages."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client, RequestFactory
from rest_framework.exceptions import MethodNotAllowed, NotAuthenticated, ValidationError

from hall import errors
from hall.portal.problems import problem_response
from hall.portal.refusals import page
from tests.cast import City


def answered(exc: Exception) -> tuple[int, dict]:
    answer = problem_response(exc, {})
    assert answer is not None
    return answer.status_code, answer.data


def test_an_absent_address_of_the_api_is_a_problem(city: City, client: Client) -> None:
    answer = client.get("/api/v1/no-such-thing/")
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


def test_a_refusal_names_its_fields() -> None:
    status, body = answered(errors.Invalid("有误", fields={"uscc": ["第 18 位不符"]}))
    assert status == 400
    assert body["errors"] == [{"field": "uscc", "detail": "第 18 位不符"}]


def test_a_conflict_tells_what_happened() -> None:
    assert answered(errors.WrongState("已经受理", happened=["王五予以受理"]))[1]["happened"] == ["王五予以受理"]


def test_nested_mistakes_get_dotted_names() -> None:
    _status, body = answered(ValidationError({"rows": [{}, {"name": ["必填"]}]}))
    assert body["errors"] == [{"field": "rows.1.name", "detail": "必填"}]


@pytest.mark.parametrize(
    ("exc", "status", "code"),
    [
        (Http404(), 404, "not_found"),
        (PermissionDenied(), 403, "not_allowed"),
        (NotAuthenticated(), 401, "not_authenticated"),
        (MethodNotAllowed("PUT"), 405, "method_not_allowed"),
    ],
)
def test_what_the_framework_raises_is_told_alike(exc: Exception, status: int, code: str) -> None:
    assert answered(exc)[0] == status
    assert answered(exc)[1]["code"] == code


def test_what_nobody_foresaw_stays_an_error() -> None:
    assert problem_response(RuntimeError("x"), {}) is None


def test_a_limit_says_when_to_come_back() -> None:
    answer = problem_response(errors.TooMany("次数过多", retry_after=60), {})
    assert answer is not None
    assert answer["Retry-After"] == "60"


def test_the_middleware_answers_the_api_in_json() -> None:
    answer = page(RequestFactory().get("/api/v1/items/"), errors.NotFound("没有"))
    assert json.loads(answer.content)["title"] == "没有"
