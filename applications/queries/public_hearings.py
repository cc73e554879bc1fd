"""The public notices of hearings (行政许可法 Art. 46, 48): what anybody reads. No case, no applicant, nobody's name but
the presider's.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from applications.hearing_lifecycle import HearingState
from applications.lifecycle import CaseState
from applications.models import Listener, Sitting
from hall.clock import local_date, today
from hall.errors import NotFound
from hall.organisations.models import Hall

SIZE = 20
SHOWN = [HearingState.SCHEDULED, HearingState.HELD, HearingState.RECORDED]
ENDED = [CaseState.WITHDRAWN, CaseState.TERMINATED, CaseState.VOIDED]


@dataclass(frozen=True, slots=True)
class Notices:
    """One page, the latest day first; ``newer`` and ``older`` are cursors, empty at the ends."""

    sittings: list[Sitting]
    newer: str = ""
    older: str = ""


def public_sittings(hall: Hall) -> QuerySet[Sitting]:
    """Of this hall, or of the whole city on the city's page; what is not held any more is not announced."""
    found = Sitting.objects.filter(public=True, replaced_at=None, hearing__state__in=SHOWN)
    found = found.exclude(hearing__application__state__in=ENDED)
    if not hall.is_city:
        found = found.filter(hearing__handling__hall=hall)
    return found.select_related("hearing__application__offering", "hearing__handling__department")


def notices(hall: Hall, *, before: str = "", after: str = "", size: int = SIZE) -> Notices:
    """By key; a cursor that cannot be read, or that is no longer shown, is the beginning."""
    found = public_sittings(hall)
    if edge := _edge(found, after):
        rows = list(found.filter(_beyond(edge, newer=True)).order_by("starts_at", "id")[: size + 1])
        shown = rows[:size][::-1]
        return Notices(shown, _cursor(shown[:1]) if len(rows) > size else "", _cursor(shown[-1:]))
    edge = _edge(found, before)
    rows = list(found.filter(_beyond(edge, newer=False) if edge else Q()).order_by("-starts_at", "-id")[: size + 1])
    shown = rows[:size]
    return Notices(shown, _cursor(shown[:1]) if edge else "", _cursor(shown[-1:]) if len(rows) > size else "")


def _edge(found: QuerySet[Sitting], cursor: str) -> Sitting | None:
    try:
        return found.filter(uid=UUID(cursor)).first()
    except ValueError:
        return None


def _beyond(edge: Sitting, *, newer: bool) -> Q:
    if newer:
        return Q(starts_at__gt=edge.starts_at) | Q(starts_at=edge.starts_at, id__gt=edge.pk)
    return Q(starts_at__lt=edge.starts_at) | Q(starts_at=edge.starts_at, id__lt=edge.pk)


def _cursor(rows: list[Sitting]) -> str:
    return str(rows[0].uid) if rows else ""


def notice(hall: Hall, hearing: UUID) -> Sitting:
    """Raises NotFound for a hearing of another hall, and for one that is not announced."""
    found = public_sittings(hall).filter(hearing__uid=hearing).first()
    if found is None:
        raise NotFound(_("没有找到这个听证公告。"))
    return found


def register_until(sitting: Sitting) -> date:
    """The day before the hearing."""
    return local_date(sitting.starts_at) - timedelta(days=1)


def seats_left(sitting: Sitting) -> int | None:
    """None where everybody may come."""
    if sitting.seats is None:
        return None
    return max(sitting.seats - Listener.objects.filter(hearing=sitting.hearing).count(), 0)


def takes_names(sitting: Sitting) -> bool:
    open_still = sitting.hearing.state == HearingState.SCHEDULED and today() <= register_until(sitting)
    return open_still and seats_left(sitting) != 0
