"""The licence 许可证件 that a grant gives (Art. 39), with its number and electronic identity (GB/T 36904)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from hall.organisations.models import Department
from hall.uids import uid7


class LicenceState(models.TextChoices):
    VALID = "valid", _("有效")


class Licence(models.Model):
    """No row is ever deleted; ``valid_to`` empty means no end."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="licence")
    issuer = models.ForeignKey(Department, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)
    number = models.CharField(max_length=128, unique=True)
    electronic_id = models.CharField(max_length=128, unique=True)
    holder_name = models.CharField(max_length=200)
    holder_code_index = models.CharField(max_length=64, blank=True)
    content = models.TextField(blank=True)
    issued_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    state = models.CharField(max_length=20, choices=LicenceState.choices, default=LicenceState.VALID)
