"""One hall for the city and one for each division, each with its own site settings."""

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from hall.organisations.models.division import Division
from hall.uids import uid7

# No registered site has this serial, so an invented site code can be nobody's.
DEMO_SERIAL = "0000"


class Level(models.TextChoices):
    CITY = "city", _("市级")
    DISTRICT = "district", _("区县级")


class Hall(models.Model):
    """A hall is a site of its own: name, host, codes in the footer, thresholds of its lamps."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    division = models.OneToOneField(Division, on_delete=models.PROTECT, related_name="hall")
    code = models.CharField(_("大厅代码"), max_length=12, unique=True)
    name = models.CharField(_("站点名称"), max_length=80)
    level = models.CharField(_("层级"), max_length=10, choices=Level.choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    host = models.CharField(_("域名"), max_length=120, unique=True, null=True)  # noqa: DJ001 - unique when given
    site_code = models.CharField(_("网站标识码"), max_length=10, blank=True)
    sponsor = models.CharField(_("主办单位"), max_length=120, blank=True)
    contact = models.CharField(_("联系方式"), max_length=200, blank=True)
    icp_no = models.CharField(_("ICP备案号"), max_length=60, blank=True)
    psb_no = models.CharField(_("公安备案号"), max_length=60, blank=True)
    amber_share = models.DecimalField(
        _("黄灯起点（承诺期限已用比例）"), max_digits=3, decimal_places=2, default=Decimal("0.80")
    )
    amber_days = models.PositiveSmallIntegerField(_("黄灯起点（剩余工作日）"), default=1)

    class Meta:
        verbose_name = _("大厅")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_city(self) -> bool:
        return self.level == Level.CITY

    @property
    def site_code_shown(self) -> str:
        """The site code as the footer shows it: an invented one says so."""
        mark = _("（演示）") if self.site_code.endswith(DEMO_SERIAL) else ""
        return f"{self.site_code}{mark}"
