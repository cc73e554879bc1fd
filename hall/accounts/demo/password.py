"""The password that the demo prints on every start."""

from functools import lru_cache

from django.contrib.auth.hashers import make_password

DEMO_PASSWORD = "Yanshi-2026-hall"  # noqa: S105 - printed for everybody to see


@lru_cache(maxsize=4)
def demo_hash(password: str = DEMO_PASSWORD) -> str:
    """Hashed once for all of them: the slow hash of three hundred accounts would take minutes."""
    return make_password(password)
