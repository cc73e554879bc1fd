"""One entry of the implementation list 实施清单: this department offers this item (GB/T 39046, domain.md §3.1)."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from hall.catalogue.models.item import ServiceItem
from hall.catalogue.models.version import ItemVersion
from hall.organisations.models import Department, Hall, Level
from hall.textsearch import Pieces
from hall.uids import uid7

TASK_CODE_LENGTH = 31


class Offering(models.Model):
    """Expanded from the item's content; the columns beside the keys repeat what lists filter and sort by."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    task_code = models.CharField(_("实施编码"), max_length=TASK_CODE_LENGTH, unique=True)
    item = models.ForeignKey(ServiceItem, on_delete=models.PROTECT, related_name="offerings")
    version = models.ForeignKey(ItemVersion, on_delete=models.PROTECT, related_name="offerings")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="offerings")
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, related_name="offerings")
    level = models.CharField(_("行使层级"), max_length=10, choices=Level.choices)
    catalog_code = models.CharField(_("基本编码"), max_length=12)
    name = models.CharField(_("事项名称"), max_length=1000)
    department_kind = models.CharField(_("部门类别"), max_length=40)
    audiences = ArrayField(models.CharField(max_length=12), default=list)
    topics = ArrayField(models.CharField(max_length=40), default=list)
    published = models.BooleanField(_("已发布"), default=False)
    missing = models.JSONField(_("尚缺"), default=list)
    withdrawn_on = models.DateField(_("停止实施日期"), null=True)
    search_text = models.TextField(default="")

    class Meta:
        verbose_name = _("实施清单")
        ordering = ["catalog_code", "task_code"]
        indexes = [
            # the list of one hall, published first, by keyset
            models.Index(
                models.F("hall"),
                models.F("published").desc(),
                models.F("catalog_code"),
                models.F("task_code"),
                name="offering_list",
                condition=models.Q(withdrawn_on__isnull=True),
            ),
            # the search of the list, over all districts at once on the city's page
            GinIndex(Pieces("search_text"), name="offering_search"),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.department}）"

    def can_be_filed(self, on: date) -> bool:
        """Online filing: published, offered, allowed online and not past its last day."""
        ends = self.version.effective_to
        return (
            self.published
            and self.withdrawn_on is None
            and self.version.spec.online_allowed
            and (ends is None or on <= ends)
        )
