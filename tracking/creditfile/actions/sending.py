"""Sealing what passes and delivering it to the credit platform: once or more, under one key, in the order of making."""

import json
from uuid import UUID

from django.db import transaction

from applications.credit import credit
from hall.audit.trail import record as note
from hall.clock import now
from hall.crypto import seal, sm3_hex
from hall.events import outbox
from hall.organisations.models import Hall
from tracking.creditfile.actions.judging import AT_ONCE, judge, settle_due
from tracking.creditfile.models import CreditFile, CreditRow, Standing

LETTER = "deliver_credit_file"
# So many files of a hall in one run.
_FILES = 20


def send_all() -> int:
    """How many files were made now."""
    waiting = CreditRow.objects.filter(standing=Standing.WAITING).values("hall")
    return sum(_send_waiting(hall) for hall in Hall.objects.filter(pk__in=waiting))


def _send_waiting(hall: Hall) -> int:
    made = 0
    for _turn in range(_FILES):
        settle_due(hall)
        judged, file = send(hall)
        made += file is not None
        if judged < AT_ONCE:
            break
    return made


@transaction.atomic
def send(hall: Hall) -> tuple[int, CreditFile | None]:
    """How many waiting rows were judged, and the file of those without a fault; the others are listed with theirs.

    A licence that moves while they are held is owed again when they are let go: nothing is lost between the two.
    """
    waiting = CreditRow.objects.select_for_update(skip_locked=True).filter(hall=hall, standing=Standing.WAITING)
    held = list(waiting.order_by("id")[:AT_ONCE])
    good = judge(held)
    if not good:
        return len(held), None
    sealed = seal(json.dumps([row for _one, row in good], ensure_ascii=False), purpose="credit")
    file = CreditFile.objects.create(hall=hall, number=len(good), sealed=sealed, sm3=sm3_hex(sealed.encode()))
    for one, _row in good:
        one.standing, one.file = Standing.SENT, file
    CreditRow.objects.bulk_update([one for one, _row in good], ["standing", "file", "faults", "judged_at", "said"])
    outbox.send(LETTER, key=f"credit-file:{file.uid}", payload={"file": str(file.uid)})
    note("credit.file_made", actor=None, hall_code=hall.code, subject_uid=file.uid, changes={"rows": str(len(good))})
    return len(held), file


def deliver(uid: UUID) -> None:
    """What the hall owes up to this file, the oldest first: a later row must not be overtaken by an earlier one.

    Carried at least once: the platform honours the key, and what was delivered is kept here no longer.
    """
    file = CreditFile.objects.get(uid=uid)
    owed = CreditFile.objects.select_related("hall").filter(hall=file.hall, pk__lte=file.pk, delivered_at=None)
    for one in owed.order_by("pk"):
        credit().disclose(one.sealed, key=f"credit-file:{one.uid}")
        _delivered(one)


@transaction.atomic
def _delivered(file: CreditFile) -> None:
    """Another worker may have carried the same bytes under the same key: it is delivered once."""
    if CreditFile.objects.filter(pk=file.pk, delivered_at=None).update(delivered_at=now(), sealed=""):
        note("credit.file_delivered", actor=None, hall_code=file.hall.code, subject_uid=file.uid)
