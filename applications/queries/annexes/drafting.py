"""The draft of the decision as its paper will read, and the corrections of a signed one."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from applications.models import Decision, DecisionCorrection, DecisionDraft, Handling, Room
from applications.queries.annexes.annex import Annex
from applications.queries.decision_draft import draft_open
from applications.queries.decision_preview import preview
from hall.clock import today
from hall.errors import Incomplete


@dataclass(frozen=True, slots=True)
class Drafting:
    """``paper`` is the preview; ``problem`` tells why there can be none."""

    draft: DecisionDraft | None
    paper: str
    problem: str
    corrections: list[DecisionCorrection]


def annex(handling: Handling) -> Annex | None:
    if not handling.application.has_been_in(Room.DRAFTING):
        return None
    decision = Decision.objects.filter(handling=handling).first()
    if decision:
        corrections = list(decision.corrections.select_related("voided", "reissued"))
        return _shown(_("决定书的更正"), Drafting(None, "", "", corrections)) if corrections else None
    draft = draft_open(handling)
    if draft is None:
        return None
    paper, problem = _previewed(handling, draft)
    return _shown(_("决定书草稿"), Drafting(draft, paper, problem, []))


def _shown(title: str, content: Drafting) -> Annex:
    return Annex("decision-draft", title, "applications/annexes/drafting.html", content)


def _previewed(handling: Handling, draft: DecisionDraft) -> tuple[str, str]:
    try:
        return preview(handling, draft, on=today()), ""
    except Incomplete as missing:
        return "", str(missing.message)
