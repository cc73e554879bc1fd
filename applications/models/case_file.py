"""A bound case file 案卷: everything of one handling as one PDF, made by the worker when somebody asks for it."""

from django.db import models
from django.db.models import Q

from applications.models.handling import Handling
from hall.clock import now
from hall.files.models import StoredFile
from hall.uids import uid7


class CaseFile(models.Model):
    """Without ``file`` it is being bound. An old one stays as what was bound then."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="case_files")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True)
    pages = models.PositiveIntegerField(null=True)
    asked_by_uid = models.UUIDField()
    asked_by_name = models.CharField(max_length=100)
    asked_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        constraints = [
            # A second click finds the one that is being bound.
            models.UniqueConstraint(fields=["handling"], condition=Q(file=None), name="one_case_file_at_a_time"),
        ]
