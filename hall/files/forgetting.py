"""Deleting what never reached an agency (个人信息保护法 Art. 47), or what the hall made itself and made anew.

The content goes with its row, after the commit.
"""

from collections.abc import Iterable
from functools import partial

from django.db import transaction

from hall.files.models import FileState, StoredFile
from hall.files.storing import erase


@transaction.atomic
def forget(files: Iterable[StoredFile]) -> None:
    """What was taken out of circulation stays: it is evidence."""
    for file in files:
        if file.state != FileState.WITHDRAWN:
            file.delete()
            transaction.on_commit(partial(erase, file.storage, file.key))
