"""An exhibit 卷内附件: a file that the agency puts to the record, such as a photograph of an inspection.

It is no material of the applicant's: only the clerks of the handling open it.
"""

from django.db import models

from applications.models.handling import Handling
from hall.clock import now
from hall.files.models import StoredFile
from hall.uids import uid7


class Exhibit(models.Model):
    """``subject_uid`` is the row that it belongs to: an inspection, a statement ..."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="exhibits")
    subject_uid = models.UUIDField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT)
    put_in_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        indexes = [
            # what belongs to one row of the record
            models.Index(fields=["subject_uid"], name="exhibit_of_subject"),
        ]
