"""The end of every deed, whatever its subject: version up by one, row saved, fact announced, act on the trail."""

from typing import Any

from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.events.announcements import Announcement, publish


def announce(subject: Any, fact: Announcement, *, by: User | None) -> None:
    """Call it last in the deed, inside its transaction; ``by`` is empty when the law or the machine acted.

    ``subject`` is any row with ``uid``, ``version`` and ``hall``; one that agents act in says for whom (``actor_of``).
    """
    subject.version += 1
    subject.save()
    named = getattr(subject, "actor_of", actor_of)
    actor = named(by) if by else None
    code = subject.hall.code
    publish(fact, subject_uid=subject.uid, version=subject.version, hall_code=code, actor=actor)
    record(type(fact).__name__, actor=actor, hall_code=code, subject_uid=subject.uid)
