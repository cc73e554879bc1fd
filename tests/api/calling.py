"""Calling the API as a program does: JSON in, JSON out, the session of somebody who signed in."""

from typing import Any

from django.test import Client

from tests.cast import client_of

ROOT = "/500103/api/v1"
PROBLEM = "application/problem+json"


class Caller:
    """One program; without a user, one that has not signed in."""

    def __init__(self, user: Any = None, **options: Any) -> None:
        self.client = Client(**options) if user is None else client_of(user)
        self.client.raise_request_exception = False

    def get(self, path: str, **asked: Any) -> Any:
        return self.client.get(f"{ROOT}{path}", asked)

    def post(self, path: str, body: Any, **headers: Any) -> Any:
        return self.client.post(f"{ROOT}{path}", body, "application/json", **headers)

    def put(self, path: str, body: Any) -> Any:
        return self.client.put(f"{ROOT}{path}", body, "application/json")

    def delete(self, path: str) -> Any:
        return self.client.delete(f"{ROOT}{path}")

    def send_file(self, path: str, upload: Any) -> Any:
        return self.client.post(f"{ROOT}{path}", {"file": upload})


def told(answer: Any, status: int) -> dict[str, Any]:
    """The problem document of a refusal, which must be one."""
    assert (answer.status_code, answer["Content-Type"]) == (status, PROBLEM), answer.content
    body: dict[str, Any] = answer.json()
    assert body["status"] == status
    assert body["title"]
    assert body["code"]
    return body
