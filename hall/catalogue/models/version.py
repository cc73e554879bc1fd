"""What an item said at one time. A published version never changes: cases stay pinned to what the applicant read."""

from functools import cached_property

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hall.catalogue.models.item import ServiceItem
from hall.catalogue.reading import spec_of
from hall.catalogue.spec import ItemSpec
from hall.clock import now
from hall.uids import uid7


class State(models.TextChoices):
    DRAFT = "draft", _("草稿")
    PUBLISHED = "published", _("已发布")
    RETIRED = "retired", _("已停用")

_MOST_READ = 1000
_read: dict[str, ItemSpec] = {}


class ItemVersion(models.Model):
    """``content`` is the item file as JSON and ``sm3`` its digest; a trigger guards both once published."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    item = models.ForeignKey(ServiceItem, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("版本"))
    content = models.JSONField(_("内容"))
    sm3 = models.CharField(_("摘要"), max_length=64)
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFT)
    missing = models.JSONField(_("尚缺"), default=list)
    effective_from = models.DateField(_("生效日期"), null=True)
    effective_to = models.DateField(_("失效日期"), null=True)
    from_samples = models.BooleanField(_("来自样例表"), default=False)
    created_at = models.DateTimeField(default=now)
    published_at = models.DateTimeField(_("发布时间"), null=True)
    published_by = models.CharField(_("发布人"), max_length=100, blank=True)
    retired_at = models.DateTimeField(_("停用时间"), null=True)

    class Meta:
        verbose_name = _("事项版本")
        ordering = ["item_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="version_number_once"),
            models.UniqueConstraint(fields=["item"], condition=Q(state="draft"), name="one_draft_an_item"),
            models.UniqueConstraint(
                fields=["item"], condition=Q(state="published"), name="one_published_version_an_item"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} v{self.number}"

    @cached_property
    def spec(self) -> ItemSpec:
        """Read once a process for each content: the digest names it, and a row may come without the content."""
        known = _read.get(self.sm3)
        if known is None:
            if len(_read) >= _MOST_READ:
                _read.clear()
            known = _read[self.sm3] = spec_of(self.content)
        return known

    @cached_property
    def represented(self) -> ItemSpec:
        """What an agent meets who files for somebody else."""
        return self.spec.represented
