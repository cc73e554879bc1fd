"""The draft of a decision as the sheets that will be printed, for the signer to read: no paper, never a number.

Printed by the worker when a draft was saved. A newer draft takes the place of the sheets, which nobody keeps.
"""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.documents.pressing import DRAFT, pressed
from applications.models import DecisionDraft
from applications.queries.decision_preview import preview_sheets
from hall.clock import today
from hall.errors import Incomplete
from hall.events import outbox
from hall.files.actions import store
from hall.files.forgetting import forget


def owe_preview(draft: DecisionDraft) -> None:
    """Let the worker print this revision."""
    outbox.send("preview_decision", key=f"preview:{draft.uid}:{draft.revision}", payload={"draft": str(draft.uid)})


def drop_preview(draft: DecisionDraft) -> None:
    """The sheets of what a draft said before; waits for the worker that may be printing them just now."""
    printed = DecisionDraft.objects.select_for_update(of=("self",)).select_related("preview").get(pk=draft.pk)
    draft.preview = None
    if outdated := printed.preview:
        printed.preview = None
        printed.save(update_fields=["preview"])
        forget([outdated])


@transaction.atomic
def preview_decision(uid: UUID) -> DecisionDraft:
    """Print and keep; safe to run twice. What cannot be drawn yet has no sheets, and the page tells why."""
    draft = DecisionDraft.objects.select_for_update(of=("self",)).get(uid=uid)
    handling = draft.handling
    if draft.preview_id or not handling.is_open:
        return draft
    try:
        html = preview_sheets(handling, draft, on=today())
    except Incomplete:
        return draft
    with override("zh-hans"):
        words = {"revision": draft.revision, "case": handling.application.case_no}
        name = _("决定书草稿第%(revision)s稿 %(case)s") % words
    draft.preview = store(
        pressed(html, mark=DRAFT),
        name=f"{name}.pdf",
        kind="application/pdf",
        hall_code=handling.hall.code,
        owner_uid=None,
    )
    draft.save(update_fields=["preview"])
    return draft
