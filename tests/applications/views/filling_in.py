"""A browser that fills in an item's form as its pages ask, for any item."""

import re
from typing import Any

from django.test import Client

from applications.models import Application
from hall.catalogue.spec import FormField
from tests.factories.answers import answers_for, pdf


def posted(fields: Any, answers: dict[str, Any]) -> dict[str, Any]:
    """Answers as a browser names them in a POST."""
    data: dict[str, Any] = {}
    for field in fields:
        data |= _named(field, answers.get(field.key, ""))
    return data


def _named(field: FormField, value: Any) -> dict[str, Any]:
    if field.type != "rows":
        return {field.key: value}
    return {
        f"{field.key}.{number}.{column.key}": row.get(column.key, "")
        for number, row in enumerate(value or [])
        for column in field.columns
    }


def mark_in(response: Any) -> str:
    """The hidden mark of the answers that a page was drawn from."""
    found = re.search(r'name="seen" value="([^"]*)"', response.content.decode())
    assert found, "the page carries no mark"
    return found[1]


def section_url(draft: Application, number: int) -> str:
    return f"/apply/{draft.uid}/form/{number}/"


def send_section(client: Client, draft: Application, number: int, data: dict[str, Any], **extra: Any) -> Any:
    """Open one section, type ``data`` and press a button (``do=next`` unless said otherwise)."""
    url = section_url(draft, number)
    return client.post(url, {"do": "next", "seen": mark_in(client.get(url)), **data, **extra})


def fill_in(client: Client, draft: Application, **changed: Any) -> None:
    """Every section with an answer that passes."""
    answers = answers_for(draft.spec, **changed)
    for number, section in enumerate(draft.spec.sections, start=1):
        response = send_section(client, draft, number, posted(section.fields, answers))
        assert response.status_code in (200, 302), response.content.decode()
        if response.status_code == 200:
            # Questions that appear because of the answers are answered on the second look.
            response = send_section(client, draft, number, posted(section.fields, answers))
        assert response.status_code == 302, response.content.decode()


def upload_all(client: Client, draft: Application) -> Any:
    files = {f"material.{one.key}": pdf() for one in draft.spec.materials}
    return client.post(f"/apply/{draft.uid}/materials/", {"do": "next", **files})
