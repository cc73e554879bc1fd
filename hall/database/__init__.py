"""The embedded PostgreSQL: a cluster of our own for everyone who names no DATABASE_URL.

Standard library only, because the settings read it. ``connection`` only computes where the server will be;
the engine brings it up with the first real connection, so that a type checker or ``--help`` starts nothing.
"""

from hall.database.errors import DatabaseUnavailable
from hall.database.lifetime import bring_up, take_down
from hall.database.places import Place, here

__all__ = ["DatabaseUnavailable", "Place", "bring_up", "connection", "here", "take_down"]


def connection() -> dict[str, str]:
    """The entry of Django's DATABASES that reaches the embedded server of this clone."""
    return {
        "ENGINE": "hall.database.engine",
        "NAME": "hall",
        "USER": "hall",
        "PASSWORD": "",
        "HOST": str(here().sockets),
        # Named, because libpq would else listen to a stray PGPORT.
        "PORT": "5432",
    }
