"""Changing a password; the hash that goes is remembered, so that it does not come back."""

from django.db import transaction

from hall.accounts.models import UsedPassword, User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.clock import now


@transaction.atomic
def change_password(user: User, password: str, *, hall_code: str) -> None:
    """The form has already asked the validators."""
    UsedPassword.objects.create(user=user, hashed=user.password)
    user.set_password(password)
    user.password_set_at = now()
    user.password_is_initial = False
    user.save(update_fields=["password", "password_set_at", "password_is_initial"])
    record("account.password_changed", actor=actor_of(user), hall_code=hall_code, subject_uid=user.uid)
