"""Outside proof of who somebody is. The base class stands here, adapters above; settings name them.

Levels follow the national sign-on (authlevel 0 to 3). No adapter sees or stores the
national account's password.
"""

from abc import ABC, abstractmethod
from functools import lru_cache

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from hall.accounts.models import RealNameLevel, User


class IdentityProvider(ABC):
    """One way to prove a name: its own pages, which end in the deed ``raise_level``."""

    key: str
    name: str | Promise
    description: str | Promise
    level: RealNameLevel

    def serves(self, user: User) -> bool:
        """Whether this user can gain anything here."""
        return user.real_name_level < self.level

    @abstractmethod
    def start_url(self, next_url: str) -> str:
        """Where the proof begins; the adapter returns to ``next_url`` (already checked to be ours)."""


@lru_cache(maxsize=8)
def _loaded(names: tuple[str, ...]) -> tuple[IdentityProvider, ...]:
    return tuple(import_string(name)() for name in names)


def providers() -> tuple[IdentityProvider, ...]:
    return _loaded(tuple(settings.HALL_IDENTITY_PROVIDERS))


def providers_for(user: User) -> list[IdentityProvider]:
    return [provider for provider in providers() if provider.serves(user)]
