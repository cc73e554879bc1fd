"""The register shows what inspections of a licence came to (行政许可法 Art. 61): day, agency, result and no more.

Nothing that a person wrote is told, so there is no text to review; the whole record is read at the agency.
"""

from uuid import UUID

from applications.models import InspectionResult, Licence, LicenceEntry, LicenceInspection
from hall.clock import local_date
from tracking.disclosure.actions.follow_licence import published_of
from tracking.disclosure.models import Disclosure
from tracking.register.actions import enter_inspection
from tracking.register.models import InspectionOutcome


def follow_inspections(licence_uid: UUID) -> None:
    """Every archived inspection, under each published record of this licence; safe to run in any order."""
    licence = Licence.objects.select_related("application", "issuer").get(uid=licence_uid)
    records = [uid for uid in published_of(licence).values_list("record_uid", flat=True) if uid]
    archived = list(licence.inspections.select_related("mending").exclude(archived_at=None)) if records else []
    for record in records:
        for one in archived:
            enter_inspection(
                record,
                one.uid,
                held_on=local_date(one.held_at),
                authority=licence.issuer.name,
                outcome=_outcome(one),
            )


def follow_inspections_of_case(disclosure_uid: UUID) -> None:
    """A licence may have been inspected while its disclosure was reviewed."""
    disclosure = Disclosure.objects.get(uid=disclosure_uid)
    entry = LicenceEntry.objects.filter(application__uid=disclosure.application_uid).select_related("licence").first()
    if entry:
        follow_inspections(entry.licence.uid)


def _outcome(inspection: LicenceInspection) -> InspectionOutcome:
    mending = getattr(inspection, "mending", None)
    if inspection.result != InspectionResult.MEND or mending is None or mending.checked_at is None:
        return InspectionOutcome(inspection.result)
    return InspectionOutcome.MENDED if mending.mended else InspectionOutcome.NOT_MENDED
