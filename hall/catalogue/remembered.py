"""What an offering and its item say, as this process read them a moment ago (``hall.organisations.remembered``).

A published version never changes and an offering seldom does; every deed asks for both. Where it matters that an
offering is the one of this very moment, as in filing, it is read from the database.
"""

from hall.catalogue.models import ItemVersion, Offering
from hall.organisations.remembered import remembered


def version_by_id(pk: int) -> ItemVersion:
    """A version without its long content, which each process has read before (``ItemVersion.spec``)."""
    version: ItemVersion = remembered(
        ("item version", pk), lambda: ItemVersion.objects.defer("content").get(pk=pk)
    )
    return version


def offering_by_id(pk: int) -> Offering:
    offering: Offering = remembered(("offering", pk), lambda: Offering.objects.get(pk=pk))
    return offering
