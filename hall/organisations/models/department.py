"""Departments 实施主体: known everywhere by their credit code, inside one hall by their kind."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hall.organisations.models.hall import Hall


class Department(models.Model):
    """An administrative organ that decides licences in one hall.

    The reconsideration organ and its internet channel stand here, because every adverse paper must name them
    (行政复议法 Art. 20, 22, 24).
    """

    uscc = models.CharField(_("统一社会信用代码"), max_length=18, unique=True)
    name = models.CharField(_("名称"), max_length=120)
    short_name = models.CharField(_("机关代字"), max_length=20)
    kind = models.CharField(_("部门类别"), max_length=40)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, related_name="departments")
    phone = models.CharField(_("咨询电话"), max_length=60, blank=True)
    supervision_phone = models.CharField(_("监督投诉电话"), max_length=60, blank=True)
    address = models.CharField(_("办理地点"), max_length=300, blank=True)
    hours = models.CharField(_("办理时间"), max_length=300, blank=True)
    reconsideration_organ = models.CharField(_("行政复议机关"), max_length=120, blank=True)
    reconsideration_url = models.URLField(_("网上申请行政复议地址"), blank=True)
    # Whether it ever entrusted an item: whoever did not is never asked in whose name somebody acts.
    entrusts = models.BooleanField(_("是否委托实施过许可"), default=False)
    court = models.CharField(_("行政诉讼受理法院"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("部门")
        ordering = ["hall__code", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["hall", "kind"], name="one_department_of_a_kind_in_a_hall"),
            models.UniqueConstraint(fields=["short_name"], name="one_department_for_a_short_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def level(self) -> str:
        return self.hall.level
