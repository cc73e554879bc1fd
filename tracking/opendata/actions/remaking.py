"""A file that holds what was corrected or taken back since is given out no more; the worker makes it anew.

At once, and not when the new one is there: for a minute without a file nobody is harmed.
"""

from datetime import date

from django.db import transaction

from hall.events.outbox import send
from hall.files.forgetting import forget
from hall.organisations.models import Hall
from hall.uids import uid7
from tracking.opendata.models import DataFile, DataSet

LETTER = "remake_data_files"


@transaction.atomic
def drop_files(hall_code: str, published_on: date) -> int:
    """Of the hall and of the whole city; how many. Safe to run twice."""
    giving = [hall.pk for hall in Hall.objects.all() if hall.is_city or hall.code == hall_code]
    # Files that are being made now hold it too: their data set is waited for, and kept until this is committed.
    list(DataSet.objects.select_for_update().filter(hall__in=giving).order_by("pk"))
    held = DataFile.objects.select_for_update(of=("self",)).select_related("file").filter(data_set__hall__in=giving)
    wrong = list(held.filter(first_on__lte=published_on, last_on__gte=published_on))
    DataFile.objects.filter(pk__in=[one.pk for one in wrong]).delete()
    forget(one.file for one in wrong)
    if wrong:
        send(LETTER, key=f"remake:{uid7()}", payload={})
    return len(wrong)
