"""A decision was published, or stands otherwise since: the credit platform is owed the row (domain.md §5, rule a)."""

from django.db import transaction

from tracking.creditfile.models import CreditRow, Standing
from tracking.disclosure.models import Disclosure


@transaction.atomic
def owe(disclosure: Disclosure) -> None:
    """Safe to run twice; a row that is being sent is owed once more."""
    told = {"hall": disclosure.hall, "document_number": disclosure.document_number, "standing": Standing.WAITING}
    CreditRow.objects.update_or_create(disclosure_uid=disclosure.uid, defaults=told)
