"""A change of the calendar as somebody proposes it, and the dates that it would move: looked at before it is made."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hall.clock import now
from hall.uids import uid7
from hall.workdays.models.calendar import CalendarRevision


class ProposalState(models.TextChoices):
    COUNTING = "counting", _("正在核算")
    READY = "ready", _("核算完毕，待启用")
    APPLIED = "applied", _("已启用")
    DISCARDED = "discarded", _("已放弃")


class CalendarProposal(models.Model):
    """``rows`` are its days; ``content`` is the whole calendar as it would be, counted on ``base_version``.

    ``version`` numbers the batches in which the open cases are looked at.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    version = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=ProposalState.choices, default=ProposalState.COUNTING)
    year = models.PositiveSmallIntegerField(_("年份"), null=True)
    region = models.CharField(_("区划代码"), max_length=6, blank=True)
    notice = models.CharField(_("文号或依据"), max_length=120)
    url = models.URLField(_("网址"), max_length=300, blank=True)
    rows = models.JSONField()
    # The rows are taken back, not added.
    removes = models.BooleanField(default=False)
    base_version = models.CharField(max_length=30)
    content = models.TextField()
    examined = models.PositiveIntegerField(default=0)
    moved = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    revision = models.OneToOneField(CalendarRevision, on_delete=models.PROTECT, null=True, related_name="proposal")
    made_by_uid = models.UUIDField()
    made_by_name = models.CharField(_("提出人"), max_length=100)
    made_at = models.DateTimeField(default=now)
    ended_by_name = models.CharField(max_length=100, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("日历变更")
        constraints = [
            # A notice speaks for the nation and its year, a regional act for one region.
            models.CheckConstraint(
                condition=Q(year=None) & ~Q(region="") | Q(year__isnull=False, region=""), name="proposal_for_one"
            ),
        ]


class ProposedMove(models.Model):
    """One date that would move. It names its subject by number and title, and nobody by name."""

    proposal = models.ForeignKey(CalendarProposal, on_delete=models.CASCADE, related_name="moves")
    hall_code = models.CharField(max_length=12)
    subject_uid = models.UUIDField()
    number = models.CharField(max_length=64)
    title = models.CharField(max_length=1000)
    clock = models.CharField(max_length=200)
    before = models.DateField(null=True)
    after = models.DateField(null=True)

    class Meta:
        indexes = [
            # the page of moves, in the order of counting
            models.Index(fields=["proposal", "id"], name="move_of_proposal"),
        ]
