"""Mandates 委托: who may act for whom, in what and until when (行政许可法 Art. 29; 民法典 Art. 161-173).

A row is never changed but by its end. Whether it holds is asked of its dates and its end, never of a stored state.
"""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from hall.accounts.models.user import User
from hall.clock import now
from hall.uids import uid7


class Scope(models.TextChoices):
    ALL = "all", _("全部可以代理的事项")
    ITEMS = "items", _("指定的事项")
    CASE = "case", _("指定的一个办件")


class EndedBy(models.TextChoices):
    """民法典 Art. 173 (2)."""

    PRINCIPAL = "principal", _("委托人撤销")
    AGENT = "agent", _("代理人辞去")


class MandateQuerySet(models.QuerySet["Mandate"]):
    def in_force(self, on: date) -> Self:
        """Those that hold on ``on``, their first and last day included, of accounts that are open."""
        dates = Q(valid_from__lte=on, valid_to__gte=on)
        return self.filter(dates, ended_at=None, principal__is_active=True)


class Mandate(models.Model):
    """``items`` are catalogue codes, ``case_uid`` a case, by its scope; ``granted_by`` spoke for the principal."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    principal = models.ForeignKey(User, on_delete=models.PROTECT, related_name="mandates_given")
    agent = models.ForeignKey(User, on_delete=models.PROTECT, related_name="mandates_held")
    scope = models.CharField(_("代理范围"), max_length=6, choices=Scope.choices)
    items = ArrayField(models.CharField(max_length=12), default=list)
    case_uid = models.UUIDField(null=True)
    valid_from = models.DateField(_("委托期限自"))
    valid_to = models.DateField(_("委托期限至"))
    granted_by = models.CharField(_("授权人"), max_length=200)
    granted_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=10, choices=EndedBy.choices, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("委托")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(principal=F("agent")), name="nobody_is_their_own_agent"),
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="mandates_end_after_they_begin"),
            models.CheckConstraint(
                condition=Q(scope=Scope.CASE, case_uid__isnull=False) | (~Q(scope=Scope.CASE) & Q(case_uid=None)),
                name="a_mandate_for_a_case_names_it",
            ),
            # Granted twice, by a second click or on another device, it is one.
            models.UniqueConstraint(
                fields=["principal", "agent", "scope", "items", "case_uid", "valid_from", "valid_to"],
                condition=Q(ended_at=None),
                nulls_distinct=False,
                name="one_mandate_of_the_same_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agent} {self.get_scope_display()}"

    def covers(self, item_code: str) -> bool:
        """Whether a new application for this item lies within it; one for a case begins none."""
        return self.scope == Scope.ALL or (self.scope == Scope.ITEMS and item_code in self.items)

    def holds(self, on: date) -> bool:
        """The same as ``in_force``, of one mandate with its principal."""
        within = self.valid_from <= on <= self.valid_to
        return within and self.ended_at is None and self.principal.is_active
