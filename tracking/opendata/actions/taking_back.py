"""Taking back a record of an older register (政府信息公开条例 Art. 6): no draft lies behind it, so an operator may.

What was published here is taken back at the desk, by two people (``tracking.disclosure.actions.published``).
"""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from hall.audit.trail import record as note
from hall.clock import local_date
from hall.errors import NotFound, WrongState
from tracking.disclosure.models import Disclosure
from tracking.opendata.actions.remaking import drop_files
from tracking.register.changing import take_back
from tracking.register.models import RecordChangeReason


@transaction.atomic
def take_back_imported(record_uid: UUID, *, reason: RecordChangeReason) -> None:
    """It leaves every list, file and count, and an import that is run again passes it over."""
    if Disclosure.objects.filter(record_uid=record_uid).exists():
        raise WrongState(_("这条记录由本系统公示，请在“公示审查”中撤下。"))
    record = take_back(record_uid, reason=reason)
    if record is None:
        raise NotFound(_("没有找到这条公示记录。"))
    drop_files(record.hall_code, local_date(record.published_at))
    note("register.taken_back", actor=None, hall_code=record.hall_code, subject_uid=record.uid)
