"""A signed decision may be corrected in its wording by a signer who did not examine the case."""

from collections.abc import Iterator

from applications.lifecycle import HandlingState
from applications.models import Decision, Handling, Step
from applications.queries.decision_draft import unserved
from applications.rules import may_issue, may_sign
from hall.accounts.models import Duty, User
from hall.accounts.rules import has_duty


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    if unserved(handling) and may_issue(user, handling):
        yield "serve_correction"
    # Whoever is no signer pays nothing for the question.
    if handling.state != HandlingState.CONCLUDED or not has_duty(user, Duty.SIGNER, handling.department):
        return
    if Decision.objects.filter(handling=handling).exists() and may_sign(user, handling):
        yield "correct_decision"
