"""Who did what to which, when and from where: rows are only ever added, and one sealer chains them per hall."""

from django.db import models
from django.db.models import F, Q

from hall.clock import now


class Entry(models.Model):
    """One act. ``changes`` holds keyed digests, never values; ``shown`` names the uids whose data a page showed."""

    pk = models.CompositePrimaryKey("at", "id")
    id = models.BigIntegerField(db_default=models.Func(models.Value("audit_entry_id_seq"), function="nextval"))
    at = models.DateTimeField(default=now)
    hall_code = models.CharField(max_length=12)
    actor_uid = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=100, blank=True)
    action = models.CharField(max_length=60)
    subject_uid = models.UUIDField(null=True)
    shown = models.JSONField(default=list)
    changes = models.JSONField(default=dict)
    address = models.GenericIPAddressField(null=True)
    agent = models.CharField(max_length=200, blank=True)
    trace = models.CharField(max_length=64, blank=True)
    sealed_at = models.DateTimeField(null=True)
    previous = models.CharField(max_length=64, blank=True)
    chain = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            # the sealer's next rows
            models.Index(F("hall_code"), F("id"), name="audit_unsealed", condition=Q(sealed_at__isnull=True)),
            # who touched this case
            models.Index(fields=["subject_uid", "at"], name="audit_of_subject"),
        ]
