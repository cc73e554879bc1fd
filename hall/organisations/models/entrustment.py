"""Entrustments 委托实施 (行政许可法 Art. 24): one agency lets another handle an item in its name, and announces it.

The entrusted one acts in the name of the entrusting one and may not entrust further; a trigger keeps that in the
database as well.
"""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from hall.organisations.models.department import Department
from hall.uids import uid7


class EntrustmentQuerySet(models.QuerySet["Entrustment"]):
    def in_force(self, on: date) -> Self:
        """Those that hold on ``on``, their first and last day included."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)


class Entrustment(models.Model):
    """``item_code`` is the catalogue code; ``announced_as`` the announcement's number, ``text`` its words."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    entrusting = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="entrustments_given")
    entrusted = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="entrustments_held")
    item_code = models.CharField(_("基本编码"), max_length=12)
    item_name = models.CharField(_("事项名称"), max_length=1000)
    announced_as = models.CharField(_("公告文号"), max_length=100)
    announced_on = models.DateField(_("公告日期"))
    text = models.TextField(_("委托内容"))
    valid_from = models.DateField(_("委托期限自"))
    valid_to = models.DateField(_("委托期限至"), null=True)

    objects = EntrustmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("委托实施")
        ordering = ["item_code", "valid_from"]
        constraints = [
            models.CheckConstraint(condition=~Q(entrusting=F("entrusted")), name="nobody_entrusts_themselves"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="entrustments_end_after_begin",
            ),
            models.CheckConstraint(
                condition=Q(announced_on__lte=F("valid_from")), name="entrustments_are_announced_before"
            ),
            models.UniqueConstraint(
                fields=["entrusting", "item_code"], condition=Q(valid_to=None), name="one_entrustment_without_end"
            ),
        ]
