"""Announced facts, the deliveries they owe, letters to the world: rows written in the deed's transaction."""

from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Cast

from hall.clock import now
from hall.uids import uid7

_TRANSACTION = Cast(
    Cast(Func(function="pg_current_xact_id", output_field=models.TextField()), models.TextField()),
    models.BigIntegerField(),
)


class Event(models.Model):
    """A fact about a subject: ids and codes, never personal data. History, outbox and exchange sequence at once."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    kind = models.CharField(max_length=60)
    subject_uid = models.UUIDField()
    version = models.PositiveIntegerField(help_text="the subject's version after this fact")
    hall_code = models.CharField(max_length=12)
    actor_uid = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=100, blank=True)
    payload = models.JSONField(default=dict)
    happened_at = models.DateTimeField(default=now)
    # The writing transaction: a feed stops before the oldest one still running, so that it never skips a row.
    transaction_id = models.BigIntegerField(db_default=_TRANSACTION, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject_uid", "version"], name="event_once_per_version"),
        ]
        indexes = [
            # the feed of everything, in order (exchange, statistics)
            models.Index(fields=["transaction_id", "id"], name="event_feed"),
        ]


class Delivery(models.Model):
    """One reaction owed to one event; done in the same transaction as the reaction's own writes: exactly once."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="deliveries")
    reaction = models.CharField(max_length=120)
    due_at = models.DateTimeField(default=now)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    problem = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "reaction"], name="delivery_once_per_reaction"),
        ]
        indexes = [
            # the worker's next rows
            models.Index(F("due_at"), F("id"), name="delivery_due", condition=Q(done_at__isnull=True)),
        ]


class Letter(models.Model):
    """Something owed to the world outside this database: at least once, under a key that receivers can honour."""

    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=120, unique=True)
    payload = models.JSONField(default=dict)
    due_at = models.DateTimeField(default=now)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    problem = models.TextField(blank=True)

    class Meta:
        indexes = [
            # the worker's next rows
            models.Index(F("due_at"), F("id"), name="letter_due", condition=Q(done_at__isnull=True)),
        ]
