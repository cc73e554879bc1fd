"""Sessions in the database, read by a statement that is composed once a process."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from hall.database.statements import row


class SessionStore(db.SessionStore):
    def _get_session_from_db(self) -> Session | None:
        session = row(Session, "session_key = %s AND expire_date > %s", self.session_key, timezone.now())
        if session is None:
            self._session_key = None
        return session
