"""The register follows the life of a licence (行政许可法 Art. 8, 9, 49, 50, 69, 70): its records say how it stands now.

Only the standing moves, and the page tells each of them with its day and paper. What a renewal or change says anew is
a disclosure of its own, with its own review.
"""

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from applications.models import Licence, LicenceEntry
from tracking.disclosure.actions.licence_standings import STATUS, first_moment, licence_code_of, moments_of
from tracking.disclosure.models import Disclosure
from tracking.register.actions import restate
from tracking.register.models import RecordStatus
from tracking.register.telling import name_papers, tell_standings


@transaction.atomic
def follow_licence(licence_uid: UUID) -> None:
    """Restate every published record of this licence as it stands now, in whatever order the news arrive."""
    # Held, so that older news never write over newer.
    licence = Licence.objects.select_for_update(of=("self",)).select_related("application").get(uid=licence_uid)
    for disclosure in published_of(licence):
        assert disclosure.record_uid is not None
        if status := status_of(licence, disclosure.application_uid):
            restate(disclosure.record_uid, status=status, valid_to=licence.valid_to)
            tell_standings(disclosure.record_uid, moments_of(disclosure, licence))
            name_papers(disclosure.uid, licence_code=licence_code_of(licence))


def status_of(licence: Licence, case: UUID) -> RecordStatus | None:
    """How what was disclosed of this case stands by the licence as it is now; None where nothing happened to it."""
    newest = licence.entries.select_related("application").order_by("-id").first()
    if newest is None:
        return None
    # The record of the case that moved it last tells the new state itself: it is simply valid.
    own = newest.application is not None and newest.application.uid == case
    return RecordStatus.VALID if own else RecordStatus(STATUS[newest.kind])


def licence_of(case: UUID) -> Licence | None:
    """The licence that this case granted or moved."""
    entries = LicenceEntry.objects.filter(application__uid=case)
    entry = entries.select_related("licence__application").first()
    return entry.licence if entry else Licence.objects.filter(application__uid=case).first()


def published_of(licence: Licence) -> QuerySet[Disclosure]:
    """What the register says of it: of the case that granted it, and of each that moved it later."""
    cases = [licence.application.uid]
    cases += licence.entries.exclude(application=None).values_list("application__uid", flat=True)
    return Disclosure.objects.filter(application_uid__in=cases).exclude(record_uid=None).order_by("pk")


def follow_published(disclosure_uid: UUID) -> None:
    """The record just entered says how the licence of its case stands; without a licence, that it was decided."""
    disclosure = Disclosure.objects.get(uid=disclosure_uid)
    licence = licence_of(disclosure.application_uid)
    if licence and status_of(licence, disclosure.application_uid):
        follow_licence(licence.uid)
    elif disclosure.record_uid:
        tell_standings(disclosure.record_uid, [first_moment(disclosure)])
