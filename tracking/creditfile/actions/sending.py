"""Checking what waits, sealing what passes, and delivering it to the credit platform: at least once, under one key."""

import json
from uuid import UUID

from django.db import transaction

from applications.credit import credit
from hall.audit.trail import record as note
from hall.clock import now, today
from hall.crypto import seal, sm3_hex
from hall.events import outbox
from hall.organisations.models import Hall
from tracking.creditfile.checks import Fault, faults, repeated
from tracking.creditfile.columns import Row
from tracking.creditfile.models import CreditFile, CreditRow, Standing
from tracking.creditfile.rows import row_of
from tracking.disclosure.models import Disclosure

LETTER = "deliver_credit_file"
# So many rows a file.
AT_ONCE = 500
_REPEATED = Fault("XK_WSH", "与本次报送的另一条重复")


def send_all() -> int:
    """How many files were made now."""
    waiting = CreditRow.objects.filter(standing=Standing.WAITING).values("hall")
    return sum(send(hall) is not None for hall in Hall.objects.filter(pk__in=waiting))


@transaction.atomic
def send(hall: Hall) -> CreditFile | None:
    """Check the rows that wait; those without a fault go into a file, the others are listed with all of theirs."""
    held = CreditRow.objects.select_for_update(skip_locked=True).filter(hall=hall, standing=Standing.WAITING)
    waiting = list(held.order_by("id")[:AT_ONCE])
    disclosures = Disclosure.objects.select_related("hall", "department").in_bulk(
        [one.disclosure_uid for one in waiting], field_name="uid"
    )
    rows = [row_of(disclosures[one.disclosure_uid]) for one in waiting]
    good = [place for place, found in enumerate(_judged(waiting, rows)) if not found]
    if not good:
        return None
    file = CreditFile.objects.create(hall=hall, number=len(good), rows=[rows[place] for place in good])
    CreditRow.objects.filter(pk__in=[waiting[place].pk for place in good]).update(
        standing=Standing.SENT, file=file, faults=[]
    )
    outbox.send(LETTER, key=f"credit-file:{file.uid}", payload={"file": str(file.uid)})
    note("credit.file_made", actor=None, hall_code=hall.code, subject_uid=file.uid, changes={"rows": str(len(good))})
    return file


def _judged(waiting: list[CreditRow], rows: list[Row]) -> list[list[Fault]]:
    """The faults of each; what has some is kept with them until it is put right."""
    again = repeated(rows)
    judged = [faults(row, today()) or ([_REPEATED] if place in again else []) for place, row in enumerate(rows)]
    for one, found in zip(waiting, judged, strict=True):
        if found:
            one.standing, one.faults = Standing.FAULTY, [{"column": each.column, "text": each.text} for each in found]
            one.save(update_fields=["standing", "faults"])
    return judged


def check_again() -> int:
    """What had faults waits again: somebody may have put them right meanwhile."""
    return CreditRow.objects.filter(standing=Standing.FAULTY).update(standing=Standing.WAITING)


def deliver(uid: UUID) -> None:
    """Carried at least once: the platform honours the key, and what was delivered is kept here no longer."""
    file = CreditFile.objects.select_related("hall").get(uid=uid)
    if file.delivered_at:
        return
    sealed = seal(json.dumps(file.rows, ensure_ascii=False), purpose="credit")
    credit().disclose(sealed, key=f"credit-file:{uid}")
    with transaction.atomic():
        held = CreditFile.objects.select_for_update(of=("self",)).get(uid=uid)
        held.sm3, held.delivered_at, held.rows = sm3_hex(sealed.encode()), now(), None
        held.save(update_fields=["sm3", "delivered_at", "rows"])
        note("credit.file_delivered", actor=None, hall_code=file.hall.code, subject_uid=uid)
