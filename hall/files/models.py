"""Stored files: what was uploaded or printed, under a key that tells nothing and is never written twice."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.organisations.models import Hall
from hall.uids import uid7


class Area(models.TextChoices):
    """The alias in settings.STORAGES: nothing leaves quarantine before the scanner has seen it."""

    QUARANTINE = "quarantine", _("隔离区")
    VAULT = "vault", _("文件库")


class FileState(models.TextChoices):
    QUARANTINED = "quarantined", _("等待安全检查")
    KEPT = "kept", _("已保存")
    REJECTED = "rejected", _("未通过安全检查")
    WITHDRAWN = "withdrawn", _("已停止流转")


class StoredFile(models.Model):
    """One file. The name given by the owner may hold personal data, so it is sealed and no part of the key."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, related_name="+")
    storage = models.CharField(_("存储区"), max_length=12, choices=Area.choices)
    key = models.CharField(_("存储键"), max_length=80, unique=True, editable=False)
    given_name = EncryptedTextField(_("文件名"))
    size = models.PositiveBigIntegerField(_("大小（字节）"))
    kind = models.CharField(_("类型"), max_length=100)
    sha256 = models.CharField(max_length=64, editable=False)
    sm3 = models.CharField(max_length=64, editable=False)
    state = models.CharField(_("状态"), max_length=12, choices=FileState.choices)
    owner_uid = models.UUIDField(null=True)
    received_at = models.DateTimeField(_("接收时间"), default=now)
    # What the scanner said, or why the file was taken out of circulation.
    remark = models.CharField(_("说明"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("文件")
        verbose_name_plural = _("文件")
        indexes = [
            # the sweep of files whose scanner was away
            models.Index(fields=["id"], name="file_waiting", condition=Q(state="quarantined")),
        ]

    def __str__(self) -> str:
        return str(self.uid)
