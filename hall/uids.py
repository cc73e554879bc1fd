"""Public identifiers: a UUIDv7 sorts by time, so indexes stay dense, and tells nobody how many there are."""

from uuid import UUID

import uuid_utils


def uid7() -> UUID:
    """A new UUIDv7 (RFC 9562), safe to show in an address."""
    return UUID(int=uuid_utils.uuid7().int)
