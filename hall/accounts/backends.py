"""Who signs in, and who a session belongs to."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from hall.accounts.models import User
from hall.database.statements import row


class AccountBackend(ModelBackend):
    """Django's, but for the question of every request: it is composed once a process."""

    def get_user(self, user_id: Any) -> User | None:
        """The account as it is now; None when it is gone or was closed."""
        user = row(User, "id = %s", user_id)
        return user if user and self.user_can_authenticate(user) else None
