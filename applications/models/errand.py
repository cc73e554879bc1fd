"""An errand 待办: what waits for whoever holds a duty, beside the open step: to approve, verify, answer, follow up.

A step of the blueprint is no errand, and an errand never moves a state: the deed that answers it does.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.handling import Handling
from hall.clock import now
from hall.organisations.models import Department
from hall.uids import uid7


class Matter(models.TextChoices):
    """What is to be done; each room adds its own."""

    ALLOW_WIDENING = "allow_widening", _("审核增补补正要求")
    ANSWER_SUPERVISION = "answer_supervision", _("答复督办")
    ANSWER_EXTENSION = "answer_extension", _("审批延期")
    ANSWER_SUSPENSION = "answer_suspension", _("审批特别程序")
    ASSIGN_TESTERS = "assign_testers", _("指派检验、检测、检疫人员")
    ANSWER_HEARING_REQUEST = "answer_hearing", _("答复听证申请")
    ORGANISE_HEARING = "organise_hearing", _("组织听证")
    RECORD_HEARING = "record_hearing", _("完成听证笔录")
    ANSWER_CHALLENGE = "answer_challenge", _("决定听证主持人是否回避")
    DECIDE_AVOIDANCE = "decide_avoidance", _("决定回避申请")
    VERIFY_COMMITMENT = "verify_commitment", _("核查告知承诺")
    CHECK_RECTIFIED = "check_rectified", _("复查承诺整改")
    PROPOSE_REVOCATION = "propose_revocation", _("处理撤销许可的建议")
    REVIEW_AUTOMATIC = "review_automatic", _("复核自动审批")
    GIVE_OPINION = "give_opinion", _("答复征求意见")
    JOINT_OVERDUE = "joint_overdue", _("督促逾期的联办意见")
    SERVE_CORRECTION = "serve_correction", _("送达更正后的决定书")
    SIGN_INSPECTION = "sign_inspection", _("签署监督检查记录")
    STRIKE_OFF = "strike_off", _("办理注销手续")
    ANSWER_VIOLATION = "answer_violation", _("答复违法行为抄告")
    CHECK_MENDED = "check_mended", _("复查限期改正情况")


class Errand(models.Model):
    """``subject_uid`` is the row that it is about (an extension, a promise ...): one errand of a kind for each.

    ``due`` is derived from ``counted_from`` and the limit, so that a changed calendar can count it again.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=12)
    matter = models.CharField(max_length=30, choices=Matter.choices)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="errands")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="errands")
    subject_uid = models.UUIDField()
    counted_from = models.DateField(null=True)
    limit_days = models.PositiveSmallIntegerField(null=True)
    limit_unit = models.CharField(max_length=10, default="working")
    due = models.DateField(null=True)
    opened_at = models.DateTimeField(default=now)
    done_at = models.DateTimeField(null=True)
    done_by_uid = models.UUIDField(null=True)
    done_by_name = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "subject_uid"], name="one_errand_for_a_matter"),
        ]
        indexes = [
            # the desk: what waits for this duty here, by days left
            models.Index(fields=["department", "duty", "due", "id"], name="errand_open", condition=Q(done_at=None)),
            # a case: what still waits in it
            models.Index(fields=["application"], name="errand_of_case", condition=Q(done_at=None)),
        ]
