"""The draft of the decision as its paper will read, and the corrections of a signed one."""

from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.documents.imprint import Imprint
from applications.documents.kinds import Kind, default_disclosure
from applications.models import Decision, DecisionCorrection, DecisionDraft, Handling, Room
from applications.queries.annexes.annex import Annex
from applications.queries.decision_draft import drafted
from applications.queries.decision_paper import paper_of
from hall.clock import today
from hall.errors import Incomplete

UNNUMBERED = "（签发时编号）"


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
    draft = drafted(handling)
    if draft is None or not handling.is_open:
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


@override("zh-hans")
def preview(handling: Handling, draft: DecisionDraft, *, on: date) -> str:
    """The builder's own template, in a frame without number, seal or code: a preview uses up no number."""
    kind = Kind.GRANT if draft.granted else Kind.DENIAL
    told = (draft.disclosure or default_disclosure(kind)).words
    imprint = Imprint(kind, UNNUMBERED, on, "", told, "", "", demo=False)
    template, context = paper_of(handling, draft).build(imprint)
    return render_to_string(template, context | {"parent": "documents/preview.html"})
