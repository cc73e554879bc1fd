"""Several disclosures at once: each is a deed of its own in a transaction of its own, with its own result.

What one row is refused holds up no other. Asked again, what is done stays done: the version that was seen is no longer
the row's, and its result tells who did what.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import DatabaseError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hall.accounts.models import User
from hall.errors import NotFound, Refused
from tracking.disclosure.actions.approving import publish
from tracking.disclosure.actions.judge import pass_on
from tracking.disclosure.actions.send import send
from tracking.disclosure.models import Disclosure
from tracking.disclosure.rules import visible_to

logger = logging.getLogger(__name__)
Deed = Callable[..., Disclosure]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one row; ``disclosure`` is none where the person sees no such row."""

    disclosure: Disclosure | None
    done: bool
    told: str


def send_as_it_stands(uid: UUID, user: User, *, seen: int) -> Disclosure:
    """In the words that the person saw: another version is refused by the deed."""
    words = Disclosure.objects.only("grantee", "content", "part_ground").get(uid=uid)
    told = {"grantee": words.grantee, "content": words.content, "part_ground": words.part_ground}
    return send(uid, user, seen=seen, **told)


# What may be done to several, and what each row that went well is told.
DEEDS: dict[str, tuple[Deed, Promise]] = {
    "send": (send_as_it_stands, gettext_lazy("已送保密审查。")),
    "pass": (pass_on, gettext_lazy("审查通过，已报请批准公开。")),
    "publish": (publish, gettext_lazy("已批准，已经公示。")),
}


def several(name: str, chosen: Iterable[tuple[UUID, int]], user: User) -> list[Result]:
    """``chosen`` are identifiers with the version that was seen; one result each, in their order."""
    return list(_each(*DEEDS[name], list(chosen), user))


def _each(deed: Deed, done: Promise, chosen: list[tuple[UUID, int]], user: User) -> Iterator[Result]:
    seen_by = visible_to(user).select_related("hall", "department").filter(uid__in=[uid for uid, _seen in chosen])
    known = {one.uid: one for one in seen_by}
    for uid, seen in chosen:
        told = _try(deed, uid, user, seen) if uid in known else _told(NotFound(_("没有找到这份公示。")))
        yield Result(known.get(uid), not told, told or str(done))


def _try(deed: Deed, uid: UUID, user: User, seen: int) -> str:
    """Why it was not done; empty when it was. A database that falters loses this row's turn alone."""
    try:
        deed(uid, user, seen=seen)
    except Refused as refusal:
        return _told(refusal)
    except DatabaseError:
        logger.exception("disclosure %s could not be taken with the others", uid)
        return _("系统暂时没有办成，这一份没有任何改变，可以再试一次。")
    return ""


def _told(refusal: Refused) -> str:
    """The message, what was wrong with which field, and who was quicker."""
    problems = [str(text) for texts in refusal.fields.values() for text in texts]
    happened = [str(text) for text in getattr(refusal, "happened", [])]
    return " ".join(dict.fromkeys([str(refusal.message), *problems, *happened]))
