"""How the draft of a decision will read as its paper: on the desk's page, and as the sheets that will be printed."""

from datetime import date

from django.template.loader import render_to_string
from django.utils.translation import override

from applications.documents.imprint import Imprint
from applications.documents.kinds import Kind, default_disclosure
from applications.models import DecisionDraft, Handling
from applications.queries.decision_paper import paper_of

UNNUMBERED, UNSIGNED = "（签发时编号）", "（签发时填写）"


def preview(handling: Handling, draft: DecisionDraft, *, on: date) -> str:
    """In a frame of the desk's page."""
    return _drawn(handling, draft, on, "documents/preview.html")


def preview_sheets(handling: Handling, draft: DecisionDraft, *, on: date) -> str:
    """As it will be printed: the press puts the mark of a draft across them."""
    return _drawn(handling, draft, on, "documents/draft.html")


@override("zh-hans")
def _drawn(handling: Handling, draft: DecisionDraft, on: date, frame: str) -> str:
    """The builder's own template in a frame without number, seal or code: a preview uses up no number."""
    kind = Kind.GRANT if draft.granted else Kind.DENIAL
    told = (draft.disclosure or default_disclosure(kind)).words
    imprint = Imprint(kind, UNNUMBERED, on, UNSIGNED, told, "", "", demo=False)
    template, context = paper_of(handling, draft).build(imprint)
    return render_to_string(template, context | {"parent": frame})
