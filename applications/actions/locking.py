"""The common order of every deed: lock the row, settle what has fallen due, then ask, move, record and announce.

``locked`` opens the transaction and holds the case; ``hall.accounts.deeds.announce`` ends the deed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django_fsm import TransitionNotAllowed

from applications.actions.settling import settle
from applications.history import happened_since
from applications.models import Application, Handling
from hall.catalogue.remembered import offering_by_id, version_by_id
from hall.database.statements import row
from hall.errors import NotFound, WrongState
from hall.organisations.remembered import department_by_id, hall_by_id

_CASE = "uid = %s"
_CASE_OF_HANDLING = "id = (SELECT application_id FROM applications_handling WHERE uid = %s)"


@contextmanager
def locked(uid: UUID, *, seen: int | None = None) -> Iterator[Application]:
    """Hold the case under its row lock. ``seen`` is the version the person looked at; another one is refused.

    Raises NotFound when there is no such case, WrongState when it has moved on or the move is not lawful from here.
    """
    with _held(seen, _CASE, uid) as application:
        yield application


@contextmanager
def locked_handling(uid: UUID, *, seen: int | None = None) -> Iterator[Handling]:
    """Hold the case of a handling, and the handling itself as it is under that lock."""
    # A clerk's deed seldom reads the answers, and what is not read need not be written again.
    with _held(seen, _CASE_OF_HANDLING, uid, unread=("answers", "personal_answers")) as application:
        handling = row(Handling, "uid = %s", uid)
        assert handling is not None
        handling.hold()
        handling.department = department_by_id(handling.department_id)
        handling.hall = handling.department.hall
        if handling.in_name_of_id:
            handling.in_name_of = department_by_id(handling.in_name_of_id)
        handling.application = application
        yield handling


@contextmanager
def _held(seen: int | None, which: str, uid: UUID, unread: tuple[str, ...] = ()) -> Iterator[Application]:
    with transaction.atomic():
        application = _lock(which, uid, unread)
        version, known = application.version, len(application.breaches)
        settle(application)
        # What only the supervision hears of changes nothing of what the person looked at.
        if seen == version and application.version - version == len(application.breaches) - known:
            seen = application.version
        if seen is not None and seen != application.version:
            raise _moved_on(application, seen)
        try:
            yield application
        except TransitionNotAllowed:
            raise _moved_on(application, seen) from None


def _lock(which: str, uid: UUID, unread: tuple[str, ...]) -> Application:
    """The case alone: its hall, offering and item are joined from what the process remembers, not in the statement."""
    application = row(Application, which, uid, unread=unread, locked=True)
    if application is None:
        raise NotFound(_("没有找到这个办件。"))
    application.hold()
    application.hall = hall_by_id(application.hall_id)
    application.offering = offering_by_id(application.offering_id)
    application.item_version = version_by_id(application.item_version_id)
    return application


def _moved_on(application: Application, seen: int | None) -> WrongState:
    message = _("办件现在的状态是“%(state)s”，这一步已经不能办理。请查看最新情况后再操作。")
    return WrongState(
        message % {"state": application.get_state_display()},
        happened=happened_since(application, seen if seen is not None else max(application.version - 1, 0)),
    )
