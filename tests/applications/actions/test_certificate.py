"""The certificate (行政许可法 Art. 39): holder, scope, validity, and the answers that the item lets stand on it."""

from typing import Any

import pytest

from applications.actions.ask_for_licence import ask_for_licence
from applications.actions.issue import issue
from applications.documents.kinds import Kind
from applications.models import EntryKind, Licence, Paper, Purpose
from tests.applications.actions.test_licence_life import filed, granted
from tests.applications.views.desk import browser_of
from tests.factories.cases import clerk, delivered_case, fill_in, publish, seen, work

pytestmark = pytest.mark.django_db


def licensed():
    handling = delivered_case()
    return handling, Licence.objects.get(application=handling.application)


def certificate(application):
    return application.papers.filter(kind=Kind.LICENCE).latest("id").facts


def test_the_answers_that_the_item_names_stand_on_paper_and_licence(city):
    handling, licence = licensed()
    answers = handling.application.all_answers
    assert [label for label, _text in licence.shown] == ["场所名称", "场所地址", "场所类别"]
    assert licence.shown[1][1] == answers["place_address"]
    told = certificate(handling.application).entries
    assert [[one.label, one.text] for one in told] == licence.shown


def test_holder_and_issuer_read_them_on_the_licences_page(city):
    handling, licence = licensed()
    place = handling.application.all_answers["place_address"]
    for user, page in ((handling.application.applicant, "apply"), (clerk(handling, "signer"), "desk")):
        assert place in browser_of(user).get(f"/{page}/licences/{licence.uid}/").content.decode()


def test_an_item_that_names_none_shows_none(city):
    publish(result={"kind": "certificate", "name": "卫生许可证", "prefix": "卫公证字", "valid_years": 4})
    handling, licence = licensed()
    assert licence.shown == []
    assert certificate(handling.application).entries == ()


def test_a_change_changes_them_and_its_decision_tells_from_what_to_what(city):
    _handling, licence = licensed()
    draft = ask_for_licence(licence.uid, licence.application.applicant, Purpose.CHANGE)
    fill_in(draft, draft.applicant, {**draft.all_answers, "place_name": "清泉浴室观音桥店"})
    changing = filed(licence, Purpose.CHANGE)
    decided = granted(changing)
    told: Any = Paper.objects.get(application=changing.application, kind=Kind.CHANGE).facts
    assert ("场所名称", "清泉浴室观音桥店") in [(one.label, one.after) for one in told.changes]
    issue(decided.uid, clerk(decided, "cert"), seen=seen(decided))
    work()
    licence.refresh_from_db()
    assert licence.shown[0] == ["场所名称", "清泉浴室观音桥店"]
    entry = licence.entries.get(kind=EntryKind.CHANGED)
    assert entry.before["shown"] != entry.after["shown"]
