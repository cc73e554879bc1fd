"""Which signed papers are worth nothing any more: by the digest of the file alone, which tells nothing of anybody."""

from collections.abc import Iterator

from django.db.models import Q

from applications.models import LicenceState, Paper
from applications.models.paper import PaperState
from applications.queries.certificates import certificates, fault_of

VOIDED = "voided"


def revoked() -> Iterator[tuple[str, str]]:
    """(SM3 of the file, why): voided papers, certificates of licences that are not in force, and replaced ones."""
    voided = Paper.objects.exclude(sm3="").filter(state=PaperState.VOIDED).order_by("id").values_list("sm3", flat=True)
    yield from ((sm3, VOIDED) for sm3 in voided.iterator())
    worthless = certificates().filter(~Q(standing__in=["", LicenceState.VALID]) | Q(replaced=True)).order_by("id")
    for one in worthless.only("sm3").iterator(chunk_size=1000):
        yield one.sm3, fault_of(one)
