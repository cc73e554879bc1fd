"""One row for each running number. The row is the lock: take it last in a deed, to hold it briefly."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Counter(models.Model):
    """The last number given out for one kind of thing in one scope, such as (document, office-2026)."""

    kind = models.CharField(_("编号种类"), max_length=40)
    scope = models.CharField(_("编号范围"), max_length=120)
    value = models.PositiveBigIntegerField(_("已用编号"))

    class Meta:
        verbose_name = _("编号计数")
        verbose_name_plural = _("编号计数")
        constraints = [models.UniqueConstraint(fields=["kind", "scope"], name="one_counter_for_a_scope")]

    def __str__(self) -> str:
        return f"{self.kind} {self.scope}: {self.value}"
