"""Passwords that were used before, as hashes: the last five may not come back (等保 2.0, identity a)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hall.accounts.models.user import User
from hall.clock import now


class UsedPassword(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="used_passwords")
    hashed = models.CharField(max_length=128)
    used_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("用过的密码")
        ordering = ["-used_at", "-pk"]

    def __str__(self) -> str:
        return str(self.used_at)
