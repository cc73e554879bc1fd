"""Closing: after service nothing is left to do, and the file is complete."""

from uuid import UUID

from applications.actions.locking import locked
from applications.events import Closed
from applications.lifecycle import CaseState
from applications.models import Application
from hall.accounts.deeds import announce
from hall.clock import now


def close_if_complete(uid: UUID) -> Application:
    """Close a delivered case; safe to run twice."""
    with locked(uid) as application:
        if application.state == CaseState.DELIVERED:
            application.close(at=now())
            announce(application, Closed(), by=None)
        return application
