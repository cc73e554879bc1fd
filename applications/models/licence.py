"""The licence 许可证件 that a grant gives (Art. 39), with its number and electronic identity (GB/T 36904).

One row for the whole life of a licence; what happened to it, and by which case, stands in its entries.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.licence_lifecycle import IN_FORCE, LicenceLifecycle, LicenceState
from applications.models.application import Application
from hall.clock import now
from hall.organisations.models import Department, Hall
from hall.uids import uid7

__all__ = ["IN_FORCE", "EntryKind", "Licence", "LicenceEntry", "LicenceState"]


class Licence(LicenceLifecycle):
    """``application`` is the case that first granted it; ``version`` counts its announced facts, like a case's."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    version = models.PositiveIntegerField(default=0)
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="licence")
    issuer = models.ForeignKey(Department, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)
    number = models.CharField(max_length=128, unique=True)
    electronic_id = models.CharField(max_length=128, unique=True)
    # How many certificates were made of it: the version inside the electronic identity.
    certificates = models.PositiveSmallIntegerField(default=1)
    holder_name = models.CharField(max_length=200)
    holder_code_index = models.CharField(max_length=64, blank=True)
    content = models.TextField(blank=True)
    # The answers that the item lets stand on the certificate, each with its label; never personal.
    shown = models.JSONField(default=list)
    issued_on = models.DateField()
    valid_from = models.DateField()
    # Derived: when the next reminder or the end falls due, and how many days ahead was reminded last.
    settle_at = models.DateTimeField(null=True)
    reminded_days = models.PositiveSmallIntegerField(null=True)

    class Meta:
        indexes = [
            # my licences, newest first
            models.Index(fields=["holder_code_index", "-id"], name="licence_of_holder"),
            # the licences of a department, newest first
            models.Index(fields=["issuer", "-id"], name="licence_of_issuer"),
            # what has fallen due by itself
            models.Index(fields=["settle_at"], name="licence_to_settle", condition=Q(settle_at__isnull=False)),
        ]

    @property
    def hall(self) -> Hall:
        return self.issuer.hall


class EntryKind(models.TextChoices):
    ISSUED = "issued", _("颁发")
    RENEWED = "renewed", _("延续")
    DEEMED_RENEWED = "deemed_renewed", _("视为准予延续")
    CHANGED = "changed", _("变更")
    REPLACED = "replaced", _("补发")
    SUSPENDED = "suspended", _("暂停")
    RESUMED = "resumed", _("恢复")
    EXPIRED = "expired", _("期满失效")
    WITHDRAWN = "withdrawn", _("撤回")
    REVOKED = "revoked", _("撤销")
    CANCELLED = "cancelled", _("注销")
    TRANSFERRED = "transferred", _("转让")


class LicenceEntry(models.Model):
    """``application`` is the case that brought it about, where one did; ``before`` and ``after`` what changed."""

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=20, choices=EntryKind.choices)
    on = models.DateField()
    application = models.ForeignKey(Application, on_delete=models.PROTECT, null=True, related_name="licence_entries")
    ground = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by_name = models.CharField(max_length=100, blank=True)
    made_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        constraints = [
            # A case moves the licence once.
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(application__isnull=False),
                name="one_entry_of_a_case",
            ),
        ]
