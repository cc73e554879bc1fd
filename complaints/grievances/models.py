"""What a person complains about or suggests (fields after GB/T 39046 Table 10; domain.md §7.1, §7.2)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from complaints.grievances.lifecycle import GrievanceLifecycle
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.organisations.models import Department, Hall
from hall.uids import uid7


class Category(models.TextChoices):
    COMPLAINT = "complaint", _("投诉")
    SUGGESTION = "suggestion", _("建议")
    # 行政许可法 Art. 80, 81: enforcement is no business of an approval hall, which refers it on.
    UNLICENSED = "unlicensed", _("举报无证经营等违法行为")


class RefusalReason(models.TextChoices):
    """The matters that are not taken up here, each with its own channel (domain.md §7.1)."""

    OTHER_ORGANS = "other_organs", _("属于党委、人大、政协、纪检监察、军队、法院、检察院职权的事项")
    OTHER_PROCEDURE = "other_procedure", _("已经或者依法应当通过诉讼、仲裁、行政复议、信息公开申请解决的事项")
    REPEATED = "repeated", _("正在办理或者已经办结的重复事项")
    PETITION_CLOSED = "petition_closed", _("信访已经终结的事项")
    UNCLEAR = "unclear", _("事实不清、没有责任主体，或者内容空洞")
    ABUSIVE = "abusive", _("含有攻击、淫秽、暴力内容")
    NOT_OURS = "not_ours", _("不属于本市各级行政机关职责的事项")
    UNLAWFUL = "unlawful", _("违反法律法规或者公序良俗的事项")
    SECRET_OR_PRIVACY = "secret_or_privacy", _("涉及国家秘密或者他人隐私，不能在网上处理")


class Satisfaction(models.IntegerChoices):
    """GB/T 39046 A.8."""

    VERY_GOOD = 1, _("非常满意")
    GOOD = 2, _("满意")
    FAIR = 3, _("基本满意")
    POOR = 4, _("不满意")
    VERY_POOR = 5, _("非常不满意")


class Grievance(GrievanceLifecycle):
    """``involved`` lists the uids of everybody who acted on the case complained about: none of them may handle it."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    version = models.PositiveIntegerField(default=0)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT)
    number = models.CharField(_("受理编号"), max_length=30, unique=True)
    query_code = EncryptedTextField()
    query_code_index = models.CharField(max_length=64)
    category = models.CharField(_("类别"), max_length=20, choices=Category.choices)
    title = models.CharField(_("标题"), max_length=200)
    content = EncryptedTextField(_("内容"))
    complainant = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(_("姓名或名称"), max_length=100, blank=True)
    phone = EncryptedTextField(_("联系电话"), blank=True)
    case_no = models.CharField(_("相关办件编号"), max_length=50, blank=True)
    case_uid = models.UUIDField(null=True)
    accused_department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("被投诉单位")
    )
    accused_person = models.CharField(_("被投诉人"), max_length=100, blank=True)
    involved = models.JSONField(default=list)
    received_at = models.DateTimeField(default=now)
    # Derived: the last day of the duty that runs now; none once it has been answered or refused.
    due = models.DateField(null=True)
    # What of its lateness supervision has heard (R15): nothing, amber, red; a new duty begins anew.
    late_told = models.CharField(max_length=10, blank=True)
    refusal_reason = models.CharField(max_length=20, choices=RefusalReason.choices, blank=True)
    refusal_channel = models.TextField(_("应当通过的渠道"), blank=True)
    referred_to = models.CharField(_("转送的机关"), max_length=200, blank=True)
    handler_uid = models.UUIDField(null=True)
    handler_name = models.CharField(max_length=100, blank=True)
    reply = models.TextField(_("答复内容"), blank=True)
    satisfaction = models.PositiveSmallIntegerField(null=True, choices=Satisfaction.choices)
    rating_comment = models.TextField(_("评价说明"), blank=True)

    class Meta:
        verbose_name = _("建议投诉")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refusal_reason=""), name="grievance_refusals_give_reasons"
            ),
            models.CheckConstraint(
                condition=~Q(state="referred") | ~Q(referred_to=""), name="grievance_referrals_say_to_whom"
            ),
        ]
        indexes = [
            # the desk of one hall, oldest duty first
            models.Index(fields=["hall", "due", "uid"], name="grievance_desk", condition=Q(due__isnull=False)),
            # what a hall has ended, newest first
            models.Index(fields=["hall", "-ended_at", "-uid"], name="grievance_ended", condition=Q(due__isnull=True)),
            # what supervision has still to hear of
            models.Index(fields=["due"], name="grievance_late", condition=Q(due__isnull=False) & ~Q(late_told="red")),
            # mine, newest first
            models.Index(fields=["complainant", "-id"], name="grievance_mine"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
