"""The end of every deed: the version goes up by one, the case is saved, the fact and the audit row are written."""

from applications.models import Application
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.events.announcements import Announcement, publish


def announce(application: Application, fact: Announcement, *, by: User | None) -> None:
    """``by`` is empty when the law or the machine acted."""
    application.version += 1
    application.save()
    actor = actor_of(by) if by else None
    hall_code = application.hall.code
    publish(fact, subject_uid=application.uid, version=application.version, hall_code=hall_code, actor=actor)
    record(type(fact).__name__, actor=actor, hall_code=hall_code, subject_uid=application.uid)
