"""What a signed certificate is worth (行政许可法 Art. 39): its licence must hold, and nothing newer stand in its place.

A change, a renewal and a replacement make a new certificate of the same licence; the older one shows what holds no
more, or was lost.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from applications.documents.kinds import Kind
from applications.models import LicenceState, Paper
from applications.models.paper import PaperState

REPLACED = "replaced"


def certificates() -> QuerySet[Paper]:
    """Every signed certificate that was not voided, with the ``standing`` of its licence and whether ``replaced``.

    ``standing`` is empty where the case has no licence.
    """
    signed = Paper.objects.filter(kind=Kind.LICENCE).exclude(sm3="").exclude(state=PaperState.VOIDED)
    # The licence that the case granted, or else the one that it changed.
    licence = Coalesce("application__licence__id", "application__licence_entries__licence__id")
    state = Coalesce("application__licence__state", "application__licence_entries__licence__state", Value(""))
    own = OuterRef("licence_id")
    same = Q(application__licence=own) | Q(application__licence_entries__licence=own)
    later = signed.filter(same, id__gt=OuterRef("id"))
    return signed.annotate(licence_id=licence, standing=state).annotate(replaced=Exists(later))


def fault_of(certificate: Paper) -> str:
    """Why a row of ``certificates`` is worth nothing: a state of its licence or REPLACED; empty while it holds."""
    standing: str = getattr(certificate, "standing", "")
    if standing not in ("", LicenceState.VALID):
        return standing
    return REPLACED if getattr(certificate, "replaced", False) else ""
