"""Whose turn it is stands on the handling, and always says the same as its open step."""

import pytest

from applications.models import Handling
from tests.factories import cases

pytestmark = pytest.mark.django_db
MADE = {
    "received_case": "intake",
    "correcting_case": "intake",
    "accepted_case": "review",
    "reviewed_case": "decide",
    "reported_case": "review",
    "decided_case": "issue",
    "issued_case": "deliver",
    "delivered_case": "",
}


@pytest.mark.parametrize(("made", "kind"), MADE.items())
def test_the_turn_is_the_kind_of_the_open_step(city, made, kind):
    getattr(cases, made)()
    turns = {one.step_kind for one in Handling.objects.all()}
    assert turns == ({kind, ""} if made == "reported_case" else {kind})
    for handling in Handling.objects.all():
        open_steps = handling.steps.filter(ended_at=None).values_list("kind", flat=True)
        assert list(open_steps) == [kind for kind in [handling.step_kind] if kind]
