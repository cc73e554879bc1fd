"""How what a record tells of may stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecordStatus(models.TextChoices):
    VALID = "valid", _("有效")
    CHANGED = "changed", _("已变更")
    RENEWED = "renewed", _("已延续")
    SUSPENDED = "suspended", _("暂停")
    EXPIRED = "expired", _("已失效")
    WITHDRAWN = "withdrawn", _("已撤回")
    REVOKED = "revoked", _("已撤销")
    CANCELLED = "cancelled", _("已注销")
    TRANSFERRED = "transferred", _("已转让")


# What the public may rely on.
IN_FORCE = (RecordStatus.VALID, RecordStatus.CHANGED, RecordStatus.RENEWED)
