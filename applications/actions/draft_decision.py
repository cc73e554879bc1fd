"""Drafting the decision paper: proposed by the examiner, corrected by the signer, previewed, then signed as it stands.

Two people may write at once: whoever saves a page older than the draft is shown both, and nothing typed is lost.
"""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.decision_words import check_words
from applications.actions.keep import Difference
from applications.actions.locking import locked_handling
from applications.actions.preview_decision import drop_preview, owe_preview
from applications.actions.stepping import require
from applications.events import DecisionDrafted
from applications.models import DecisionDraft, Handling, Room, Words
from applications.queries.decision_draft import decides_here, drafted
from applications.queries.wording import worded
from applications.rules import may_examine, may_sign
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import NotAllowed, WrongState


class DraftMovedOn(WrongState):
    """Somebody saved another draft meanwhile; ``differences`` tells what was typed and what is kept."""

    def __init__(self, revision: int, differences: Sequence[Difference]) -> None:
        super().__init__(_("决定书草稿刚才被别人修改过，您这次填写的还没有保存。"))
        self.revision, self.differences = revision, differences


def draft_decision(uid: UUID, user: User, *, seen: int, revision: int, words: Words) -> DecisionDraft:
    """Keep the draft. Guarded by its own ``revision``, since other facts of the case do not touch what it says."""
    with locked_handling(uid) as handling:
        proposing = _check(user, handling)
        check_words(words, technical=handling.application.spec.technical_inspection)
        held = drafted(handling) or DecisionDraft(handling=handling)
        if held.pk and words == held.words:
            return held
        if held.revision != revision:
            raise DraftMovedOn(held.revision, _differences(held, words))
        return _keep(handling, held, words, user, proposing=proposing)


def _check(user: User, handling: Handling) -> bool:
    """Whether it is a proposal of the examiner; refused to whoever does not work on the open step."""
    step = require(handling, "review", "decide")
    if not decides_here(handling):
        raise WrongState(_("本机关不对这个办件作出决定，不需要起草决定书。"))
    proposing = step.kind == "review"
    if not (may_examine if proposing else may_sign)(user, handling):
        raise NotAllowed(_("只有正在审查或者签发本办件的人员可以起草决定书。"))
    return proposing


def _differences(held: DecisionDraft, typed: Words) -> list[Difference]:
    new = typed.by_name()
    return [
        Difference(str(held._meta.get_field(name).verbose_name), worded(name, new[name]), worded(name, kept))  # type: ignore[union-attr]
        for name, kept in held.words.by_name().items()
        if kept != new[name]
    ]


def _keep(handling: Handling, held: DecisionDraft, words: Words, user: User, *, proposing: bool) -> DecisionDraft:
    held.say(words)
    if held.pk:
        drop_preview(held)
    held.revision += 1
    held.written_by_uid, held.written_by_name, held.written_at = user.uid, user.name, now()
    if proposing:
        held.proposed_by_uid = user.uid
    held.save()
    owe_preview(held)
    handling.application.enter(Room.DRAFTING)
    announce(handling.application, DecisionDrafted(handling=handling.uid, revision=held.revision), by=user)
    return held
