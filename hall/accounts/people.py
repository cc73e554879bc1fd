"""People as the rest of the house speaks of them."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from hall.accounts.models import Kind, User
from hall.actor import Actor

Visitor = User | AnonymousUser


# As long as events and the trail keep a name.
_LONGEST = 100


def actor_of(user: User, *, acting_for: str = "") -> Actor:
    """The name as it is now, for events and the audit trail; an agent's with that of the principal beside it."""
    name = f"{user.name}（代理{acting_for}）" if acting_for else user.name
    return Actor(uid=user.uid, name=name[:_LONGEST])


def signed_in(request: HttpRequest) -> User:
    """The user of a request behind ``login_required``, typed."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def idle_minutes(user: User) -> int:
    """How long this user's session may rest (等保 2.0, identity b)."""
    return int(settings.HALL_IDLE_MINUTES["staff" if user.kind == Kind.STAFF else "public"])
