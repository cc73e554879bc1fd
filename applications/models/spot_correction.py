"""On-the-spot correction 当场更正 (行政许可法 Art. 32 (3)): the applicant mends small errors at once, in place.

The receipt of the application stays where it was, and no paper is made; what was and what is remain on file.
"""

from django.db import models
from django.db.models import Q

from applications.models.application import Application
from applications.models.handling import Handling
from hall.clock import now
from hall.crypto import EncryptedJSONField
from hall.uids import uid7


class SpotCorrection(models.Model):
    """``entries``: [{target, key, label, problem}] that are open on the day of ``opened_at`` and no longer.

    ``changes``: [{label, before, after}] once the applicant has corrected, sealed: answers are personal.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="spot_corrections")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT)
    entries = models.JSONField()
    opened_by_uid = models.UUIDField()
    opened_by_name = models.CharField(max_length=100)
    opened_at = models.DateTimeField(default=now)
    changes = EncryptedJSONField(null=True)
    corrected_at = models.DateTimeField(null=True)
    # Corrected, or opened anew with another list.
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=Q(ended_at=None), name="one_open_spot_correction"
            ),
        ]
