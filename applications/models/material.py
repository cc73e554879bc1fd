"""A material 申请材料 handed in for one entry of the item's list; a replaced one stays in the file."""

from django.db import models
from django.db.models import Q

from applications.models.application import Application
from hall.clock import now
from hall.files.models import StoredFile
from hall.uids import uid7


class Material(models.Model):
    """``round`` 0 is the first filing, then the number of the correction that brought it."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="materials")
    key = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT)
    round = models.PositiveSmallIntegerField(default=0)
    handed_in_at = models.DateTimeField(default=now)
    # Where it was fetched instead of asked for (Art. 33), and when the person agreed to that.
    shared_from = models.CharField(max_length=100, blank=True)
    consented_at = models.DateTimeField(null=True)
    # Replaced by a later one, or taken back while the application was a draft.
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            # the current materials of a case
            models.Index(fields=["application", "key"], name="material_current", condition=Q(replaced_at__isnull=True)),
        ]
