"""The matter itself 基本目录: one row for a 12-digit catalog code, whoever offers it (GB/T 39046)."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from hall.clock import now
from hall.uids import uid7


class ServiceItem(models.Model):
    """``local_code`` marks a code that we made up because no national one is known."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    catalog_code = models.CharField(
        _("基本编码"), max_length=12, unique=True, validators=[RegexValidator(r"^\d{12}$", _("应为12位数字"))]
    )
    local_code = models.BooleanField(_("自编编码"), default=False)
    name = models.CharField(_("事项名称"), max_length=1000)
    created_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("事项")
        ordering = ["catalog_code"]

    def __str__(self) -> str:
        return self.name
