"""What keeps a row from the platform: its own faults, and another row that says the same.

New rows are judged when they are sent; those with faults once a day, the longest unjudged first, so many at most, and
they never take the place of a new one.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q

from applications.actions.licences_due import settle_one_licence
from applications.models import Licence
from hall.audit.trail import record as note
from hall.clock import now, today
from hall.crypto import blind_index
from hall.organisations.models import Hall
from tracking.creditfile.checks import Fault, faults, said
from tracking.creditfile.columns import Row
from tracking.creditfile.models import CreditRow, Standing
from tracking.creditfile.rows import TAKEN_BACK, row_of
from tracking.disclosure.models import Disclosure

# So many rows at once, of a hall.
AT_ONCE = 500
# A row with faults is judged again after this time.
_AGAIN_AFTER = timedelta(hours=20)
_REPEATED = Fault("XK_WSH", "与另一条记录重复")


def judge(held: list[CreditRow]) -> list[tuple[CreditRow, Row]]:
    """Those without a fault, each with what is to be sent; the others keep all of theirs. The caller holds them.

    What was taken back and never sent is owed to nobody: it has no fault that somebody could put right.
    """
    disclosures = _disclosures(held)
    rows = [row_of(disclosures[one.disclosure_uid]) for one in held]
    owners = _owners(held, rows)
    good = []
    for one, row in zip(held, rows, strict=True):
        if row["BZ"] == TAKEN_BACK and one.file_id is None:
            _let_go(one, disclosures[one.disclosure_uid].hall)
            continue
        key = blind_index(said(row))
        found = faults(row, today())
        # Who said it first keeps it, in this batch or before.
        if not found and owners.setdefault(key, one.pk) != one.pk:
            found = [_REPEATED]
        one.judged_at, one.faults = now(), [{"column": each.column, "text": each.text} for each in found]
        if found:
            one.standing = Standing.FAULTY
        else:
            one.said = key
            good.append((one, row))
    kept = [one for one in held if one.faults or one.standing == Standing.LET_GO]
    CreditRow.objects.bulk_update(kept, ["standing", "faults", "judged_at"])
    return good


def _let_go(one: CreditRow, hall: Hall) -> None:
    """The row and the trail keep that it was owed once, and why no longer."""
    one.standing, one.faults, one.judged_at = Standing.LET_GO, [], now()
    note("credit.let_go", actor=None, hall_code=hall.code, subject_uid=one.disclosure_uid)


def _owners(held: list[CreditRow], rows: list[Row]) -> dict[str, int]:
    """Which row has said what these say, of all that were ever sent."""
    keys = {blind_index(said(row)) for row in rows}
    return dict(CreditRow.objects.filter(said__in=keys).exclude(said="").values_list("said", "pk"))


def check_again() -> int:
    """How many rows with faults wait to be sent now: somebody has put them right meanwhile."""
    halls = Hall.objects.filter(pk__in=CreditRow.objects.filter(standing=Standing.FAULTY).values("hall"))
    return sum(_check_again(hall) for hall in halls)


@transaction.atomic
def _check_again(hall: Hall) -> int:
    old = Q(judged_at=None) | Q(judged_at__lt=now() - _AGAIN_AFTER)
    faulty = CreditRow.objects.select_for_update(skip_locked=True).filter(old, hall=hall, standing=Standing.FAULTY)
    held = list(faulty.order_by(F("judged_at").asc(nulls_first=True), "id")[:AT_ONCE])
    good = [one.pk for one, _row in judge(held)]
    return CreditRow.objects.filter(pk__in=good).update(standing=Standing.WAITING, faults=[])


def settle_due(hall: Hall) -> None:
    """What the law has done to the licences of these rows by itself is settled before anybody writes how they stand."""
    waiting = CreditRow.objects.filter(hall=hall, standing=Standing.WAITING).order_by("id")[:AT_ONCE]
    cases = [one.application_uid for one in _disclosures(list(waiting)).values()]
    theirs = Q(application__uid__in=cases) | Q(entries__application__uid__in=cases)
    due = Licence.objects.filter(theirs, settle_at__lte=now()).distinct()
    for uid in list(due.values_list("uid", flat=True)):
        settle_one_licence(uid)


def _disclosures(rows: list[CreditRow]) -> dict[object, Disclosure]:
    uids = [one.disclosure_uid for one in rows]
    found = Disclosure.objects.select_related("hall", "department").in_bulk(uids, field_name="uid")
    return dict(found)
