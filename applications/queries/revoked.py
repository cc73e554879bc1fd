"""Which signed papers are worth nothing any more: by the digest of the file alone, which tells nothing of anybody."""

from collections.abc import Iterator

from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from applications.documents.kinds import Kind
from applications.models import Paper
from applications.models.licence import LicenceState
from applications.models.paper import PaperState

VOIDED = "voided"


def revoked() -> Iterator[tuple[str, str]]:
    """(SM3 of the file, why): voided papers, and certificates of licences that are not in force."""
    signed = Paper.objects.exclude(sm3="")
    voided = signed.filter(state=PaperState.VOIDED).order_by("id").values_list("sm3", flat=True)
    yield from ((sm3, VOIDED) for sm3 in voided.iterator())
    ended = Q(application__licence_entries__licence__isnull=False) | Q(application__licence__isnull=False)
    certificates = signed.filter(ended, kind=Kind.LICENCE).exclude(state=PaperState.VOIDED)
    state = Coalesce("application__licence_entries__licence__state", "application__licence__state", Value(""))
    told = certificates.annotate(standing=state).exclude(standing__in=["", LicenceState.VALID]).order_by("id")
    yield from told.values_list("sm3", "standing").iterator()
