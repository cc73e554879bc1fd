"""What may be asked for a licence now, and when something will happen to it by itself (行政许可法 Art. 49, 50).

Pure but for the pending renewal, which is read from the cases that were filed.
"""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from applications import deadlines
from applications.lifecycle import UNDECIDED, CaseState
from applications.models import IN_FORCE, Application, Licence, LicenceState, Purpose
from applications.queries.decision_paper import valid_until
from applications.rules import Visitor, licences_of, licences_watched_by
from hall.catalogue.spec import Renewal
from hall.clock import SHANGHAI, local_date, today
from hall.errors import NotFound

# Reminders go out in the morning.
_MORNING = time(8)


def my_licence(user: Visitor, uid: UUID) -> Licence:
    """One of the visitor's own licences; anybody else's is as if absent."""
    found = licences_of(user).select_related("issuer__hall", "application__item_version", "application__offering")
    licence = found.filter(uid=uid).first()
    if licence is None:
        raise NotFound(_("没有找到这个许可证件。"))
    return licence


def terms_of_renewal(licence: Licence) -> Renewal | None:
    return licence.application.spec.result.renewal if licence.valid_to else None


def renew_by(licence: Licence) -> date | None:
    """Art. 50: the last day on which a renewal is asked for in time."""
    terms = terms_of_renewal(licence)
    return licence.valid_to - timedelta(days=terms.before_days) if terms and licence.valid_to else None


def renewable_from(licence: Licence) -> date | None:
    terms = terms_of_renewal(licence)
    return licence.valid_to - timedelta(days=terms.opens_days) if terms and licence.valid_to else None


def asked_in_time(application: Application, licence: Licence) -> bool:
    """Only an application made in time renews by silence."""
    last = renew_by(licence)
    return bool(last and application.received_at and local_date(application.received_at) <= last)


def pending_renewals(licence: Licence) -> QuerySet[Application]:
    return licence.later_applications.filter(purpose=Purpose.RENEWAL, state__in=UNDECIDED)


def open_purposes(licence: Licence) -> list[Purpose]:
    """What the holder may ask for today; an application that is open already is opened instead."""
    if licence.state != LicenceState.VALID:
        return []
    asked = [Purpose.CHANGE, Purpose.REPLACEMENT]
    begins = renewable_from(licence)
    if begins and begins <= today():
        asked.insert(0, Purpose.RENEWAL)
    return asked


def has_begun(licence: Licence, purpose: Purpose) -> Application | None:
    """The draft or case in which this is being asked for already."""
    states = [CaseState.DRAFT, *UNDECIDED]
    return licence.later_applications.filter(purpose=purpose, state__in=states).first()


def renewed_until(licence: Licence) -> date | None:
    """The new last day: as many years as the item gives, counted from the old last day."""
    assert licence.valid_to is not None
    return valid_until(licence.application.spec.result, licence.valid_to + timedelta(days=1))


def ends_at(licence: Licence) -> datetime | None:
    """00:00 after the last day."""
    return deadlines.moment_after(licence.valid_to) if licence.valid_to and licence.state in IN_FORCE else None


def next_reminder(licence: Licence) -> tuple[int, datetime] | None:
    """The largest number of days ahead that was not reminded of yet, and its morning."""
    terms, end = terms_of_renewal(licence), licence.valid_to
    if terms is None or end is None or licence.state != LicenceState.VALID:
        return None
    left = [days for days in terms.reminders if licence.reminded_days is None or days < licence.reminded_days]
    # What lay before the licence was given is not made up for.
    ahead = [days for days in sorted(left, reverse=True) if end - timedelta(days=days) >= licence.issued_on]
    if not ahead:
        return None
    return ahead[0], datetime.combine(end - timedelta(days=ahead[0]), _MORNING, tzinfo=SHANGHAI)


def next_moment_of(licence: Licence) -> datetime | None:
    reminder = next_reminder(licence)
    moments = [ends_at(licence), reminder[1] if reminder else None]
    return min((moment for moment in moments if moment), default=None)


def facts_of(licence: Licence) -> list[tuple[str, str]]:
    """What the certificate says, for the pages of holder and issuer."""
    return [
        (_("证件编号"), licence.number),
        (_("电子证照标识"), licence.electronic_id),
        (_("持证人"), licence.holder_name),
        (_("发证机关"), licence.issuer.name),
        *((label, text) for label, text in licence.shown),
        (_("许可内容"), licence.content),
    ]


PAGE = 20


def page_of(found: QuerySet[Licence], *, after: str = "", text: str = "") -> tuple[list[Licence], str]:
    """Newest first; ``after`` is the uid of the last row shown, what comes back the one to go on from."""
    if text:
        found = found.filter(Q(number__contains=text) | Q(holder_name__contains=text))
    place = _place(found, after)
    if place:
        found = found.filter(pk__lt=place)
    rows = list(found.select_related("issuer__hall", "application__offering").order_by("-pk")[: PAGE + 1])
    return rows[:PAGE], str(rows[PAGE - 1].uid) if len(rows) > PAGE else ""


def _place(found: QuerySet[Licence], uid: str) -> int | None:
    try:
        return found.values_list("pk", flat=True).filter(uid=UUID(uid)).first() if uid else None
    except ValueError:
        return None


def watched_licence(user: Visitor, uid: UUID) -> Licence:
    """A licence that the visitor's department issued; any other is as if absent."""
    found = licences_watched_by(user).select_related(
        "issuer__hall", "application__item_version", "application__offering", "application__hall"
    )
    licence = found.filter(uid=uid).first()
    if licence is None:
        raise NotFound(_("没有找到这个许可证件。"))
    return licence
