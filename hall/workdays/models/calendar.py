"""Which days are worked (《全国年节及纪念日放假办法》): the days that differ from Monday to Friday, year by year."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hall.clock import now
from hall.workdays.kinds import DayKind

NATION = ""


class Source(models.TextChoices):
    """Where a day is known from; a rule is a forecast until the yearly notice replaces it."""

    OFFICIAL = "official", _("放假通知")
    LIBRARY = "library", _("随软件提供的历年通知")
    RULE = "rule", _("按放假办法推算")


class CalendarYear(models.Model):
    """What is known of one year; a year without a row is Monday to Friday, provisionally."""

    year = models.PositiveSmallIntegerField(_("年份"), primary_key=True)
    source = models.CharField(_("来源"), max_length=10, choices=Source.choices)
    provisional = models.BooleanField(_("暂定"))
    notice = models.CharField(_("放假通知文号"), max_length=120, blank=True)
    url = models.URLField(_("放假通知地址"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("日历年度")
        ordering = ["year"]

    def __str__(self) -> str:
        return str(self.year)


class CalendarDay(models.Model):
    """One day that is not as its weekday says, in the whole nation or in one region on top of the nation.

    ``notice_year`` is the year whose notice speaks of the day: a notice may move days of the December before.
    """

    date = models.DateField(_("日期"))
    region = models.CharField(_("区划代码"), max_length=6, blank=True, default=NATION)
    kind = models.CharField(_("类别"), max_length=10, choices=DayKind.choices)
    source = models.CharField(_("来源"), max_length=10, choices=Source.choices)
    name = models.CharField(_("名称"), max_length=60)
    provisional = models.BooleanField(_("暂定"), default=False)
    notice_year = models.PositiveSmallIntegerField(_("通知年份"))
    basis = models.CharField(_("依据"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("日历日")
        ordering = ["date", "region"]
        constraints = [models.UniqueConstraint(fields=["region", "date"], name="one_calendar_day_in_a_region")]

    def __str__(self) -> str:
        return f"{self.date} {self.name}"


class CalendarRevision(models.Model):
    """One change of the calendar. The newest row is the version that due dates are stored with.

    ``content`` is the whole calendar as it was then: what was counted by an old version can still be explained by it.
    """

    content = models.TextField(blank=True, editable=False)
    digest = models.CharField(max_length=64)
    reason = models.CharField(_("原因"), max_length=300)
    made_by_uid = models.UUIDField(null=True)
    made_by_name = models.CharField(_("操作人"), max_length=100, blank=True)
    made_at = models.DateTimeField(_("时间"), default=now)

    class Meta:
        verbose_name = _("日历版本")
        get_latest_by = "pk"

    def __str__(self) -> str:
        return self.version

    @property
    def version(self) -> str:
        return version_of(self.pk, self.digest)


def version_of(pk: int, digest: str) -> str:
    """What a due date says of the calendar it was counted by."""
    return f"{pk}-{digest[:8]}"
