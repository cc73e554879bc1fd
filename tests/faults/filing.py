"""Filing an application page by page, as often as it takes: a page that got no answer is simply sent again."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from hall.catalogue.spec import FormField, ItemSpec
from tests.factories.answers import answers_for
from tests.faults.browsing import UPLOAD, Answer, filled
from tests.faults.lives import Told
from tests.faults.people import Person, until

_UID = re.compile(r"/apply/([0-9a-f-]{36})/")


def begin(person: Person, task_code: str) -> str:
    """The uid of this person's draft; whoever asks twice gets the same one."""
    page = person.opens(f"/apply/start/{task_code}/")
    form = page.form_with("csrfmiddlewaretoken")

    def begun() -> str:
        answer = person.browser.post(f"/apply/start/{task_code}/", filled(form, {}))
        found = _UID.search(answer.location) if answer.status == 302 else None
        return found[1] if found else ""

    uid: str = until(begun, f"{person.username} begins")
    return uid


def file(person: Person, uid: str, spec: ItemSpec, changed: Mapping[str, str]) -> None:
    """Fill in, upload, check, state the truth and send; filed already is filed."""
    answers = answers_for(spec, **changed)
    for number, section in enumerate(spec.sections, start=1):
        words = posted(section.fields, answers)
        send_page(person, f"/apply/{uid}/form/{number}/", partial(_as_said, words), "seen", button="next")
    files = {f"material.{one.key}": UPLOAD for one in spec.materials if one.owed and one.asked(answers)}
    send_page(person, f"/apply/{uid}/materials/", lambda _form: files, "do", button="next")
    send_page(person, f"/apply/{uid}/check/", lambda _form: {"truth": "yes"}, "truth")
    until(lambda: person.browser.get(f"/apply/{uid}/receipt/").status == 200, f"{person.username} sees the receipt")


def _as_said(words: dict[str, Any], _form: Any) -> dict[str, Any]:
    return words


def posted(fields: Sequence[FormField], answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as a browser names them."""
    named: dict[str, Any] = {}
    for field in fields:
        if not field.asked(answers):
            continue
        value = answers.get(field.key, "")
        if field.type == "rows":
            for number, row in enumerate(value):
                named |= {f"{field.key}.{number}.{column.key}": row[column.key] for column in field.columns}
        else:
            named[field.key] = value
    return named


def send_page(person: Person, path: str, told: Told, mark: str, *, button: str = "") -> None:
    """Until the page leads on. A form that is gone was taken: an earlier try got through."""

    def sent() -> bool:
        form = person.opens(path).form_with(mark)
        if form is None:
            return True
        answer: Answer = person.browser.post(path, filled(form, told(form), button=button))
        assert answer.status in (200, 302, 409), f"{path} answers {answer.status}: {answer.words()}"
        return answer.status == 302

    until(sent, f"{person.username} sends {path}")


def case_number(person: Person, uid: str) -> str:
    """As the case page writes it, without the blanks that make it readable."""
    text = person.opens(f"/apply/{uid}/").text
    found = re.search(r'<span class="number">(.*?)</span>\s*</p>', text, re.S)
    assert found, "the case page shows no number"
    return re.sub(r"<[^>]*>|\s", "", found[1])
