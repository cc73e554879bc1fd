"""What stayed in quarantine because no scanner answered: nobody waits for it, and it may hold personal data."""

from datetime import timedelta
from functools import partial

from django.db import transaction

from hall.clock import now
from hall.files.models import Area, FileState, StoredFile
from hall.files.storing import erase

# The owner was asked to upload it again; after a day the first copy serves nobody.
AGE = timedelta(days=1)


@transaction.atomic
def clear_quarantine() -> int:
    """Drop the contents of old uploads that were never examined; the rows stay and say so."""
    old = StoredFile.objects.filter(state=FileState.QUARANTINED, received_at__lt=now() - AGE)
    # A file that is being kept this moment is locked, and is not ours to clear.
    held = list(old.select_for_update(skip_locked=True)[:500])
    for file in held:
        file.state, file.remark = FileState.REJECTED, "未经安全检查，已清除"
        transaction.on_commit(partial(erase, Area.QUARANTINE, file.key))
    StoredFile.objects.bulk_update(held, ["state", "remark"])
    return len(held)
