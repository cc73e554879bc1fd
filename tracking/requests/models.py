"""A request for disclosure (政府信息公开条例 Art. 29): who asks, for what, in which form; and how it was answered."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from applications.documents.builders import Mode
from applications.documents.kinds import Ground
from hall.clock import now
from hall.crypto import EncryptedJSONField, EncryptedTextField
from hall.files.models import StoredFile
from hall.organisations.models import Department, Hall
from hall.uids import uid7
from tracking.requests.kinds import FOR_OTHERS, AnswerKind, Form, Opinion, PaperKind, Way
from tracking.requests.lifecycle import OPEN, RequestLifecycle, RequestState


class InfoRequest(RequestLifecycle):
    """What was asked and answered is sealed: it names people as often as not."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    version = models.PositiveIntegerField(default=0)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, related_name="+")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+", verbose_name=_("受理机关"))
    number = models.CharField(_("申请编号"), max_length=30, unique=True)
    # Of the form that was sent: sent again it is the same request.
    token = models.UUIDField(editable=False)
    applicant = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    applicant_name = models.CharField(_("申请人"), max_length=200)
    phone = EncryptedTextField(_("联系电话"))
    title = EncryptedTextField(_("所需信息的名称、文号"))
    description = EncryptedTextField(_("便于查询的其他特征性描述"))
    form = models.CharField(_("提供形式"), max_length=10, choices=Form.choices)
    way = models.CharField(_("获取途径"), max_length=10, choices=Way.choices)
    postal_address = EncryptedTextField(_("邮寄地址"), blank=True)
    submitted_at = models.DateTimeField(default=now)
    # Derived: the last day of the duty that runs; of an ended request of the one that ran last.
    due = models.DateField()

    supplement_asked_on = models.DateField(null=True)
    supplement_days = models.PositiveSmallIntegerField(null=True)
    supplement_asked = EncryptedTextField(_("需要补正的内容"), blank=True)
    supplement_given = EncryptedTextField(_("补正内容"), blank=True)
    extended_on = models.DateField(null=True)
    extension_reason = models.CharField(_("延期的理由"), max_length=500, blank=True)
    extended_by_name = models.CharField(max_length=100, blank=True)
    # 条例 Art. 35: clearly too many requests.
    reasons_asked_on = models.DateField(null=True)
    reasons_asked = EncryptedTextField(_("明显超过合理范围的情况"), blank=True)
    reasons_asked_by = models.UUIDField(null=True)
    reasons_given_on = models.DateField(null=True)
    reasons_given = EncryptedTextField(_("申请的理由"), blank=True)
    unhandled_reason = EncryptedTextField(_("不予处理的理由"), blank=True)
    delayed_on = models.DateField(null=True)
    delay_days = models.PositiveSmallIntegerField(null=True)
    delay_reason = EncryptedTextField(_("延迟答复的理由"), blank=True)

    answer_kind = models.CharField(_("答复类型"), max_length=12, choices=AnswerKind.choices, blank=True)
    ground = models.CharField(_("不予公开的理由"), max_length=20, choices=Ground.choices, blank=True)
    reason = EncryptedTextField(_("理由和依据"), blank=True)
    answer_way = EncryptedTextField(_("提供的信息，或者获取的方式、途径和时间"), blank=True)
    # The information itself, where it is provided as a file.
    answer_file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    earlier = models.CharField(_("此前答复的申请编号"), max_length=30, blank=True)
    # 条例 Art. 32: why it is disclosed although a third party did not agree.
    public_interest = EncryptedTextField(_("重大公共利益的理由"), blank=True)
    drafter_uid = models.UUIDField(null=True)
    drafter_name = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name = _("政府信息公开申请")
        constraints = [
            models.UniqueConstraint(fields=["applicant", "token"], name="request_form_sent_once"),
            models.CheckConstraint(
                condition=~Q(state__in=["checking", "answered"]) | ~Q(answer_kind=""),
                name="request_answers_have_a_kind",
            ),
            models.CheckConstraint(
                condition=~Q(answer_kind="withheld") | ~Q(ground=""), name="request_withholding_has_a_ground"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["submitted", "withdrawn"]) | Q(received_on__isnull=False),
                name="request_received_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="unhandled") | Q(reasons_asked_on__isnull=False),
                name="request_unhandled_after_reasons_were_asked",
            ),
            models.CheckConstraint(
                condition=Q(delay_days=None) | Q(reasons_given_on__isnull=False),
                name="request_delayed_after_reasons_were_given",
            ),
            models.CheckConstraint(
                condition=Q(answer_file=None) | Q(answer_kind="provided"), name="request_file_is_provided"
            ),
        ]
        indexes = [
            # the desk of one hall, oldest duty first
            models.Index(fields=["hall", "due", "uid"], name="request_desk", condition=Q(state__in=OPEN)),
            # what a hall has ended, newest first; and the statistics of a period
            models.Index(fields=["hall", "-ended_at", "-uid"], name="request_ended", condition=~Q(state__in=OPEN)),
            # what falls due by itself
            models.Index(
                fields=["due"], name="request_falling_due", condition=Q(state__in=["submitted", "supplementing"])
            ),
            # mine, newest first
            models.Index(fields=["applicant", "-id"], name="request_mine"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def awaits_reasons(self) -> bool:
        """Whether the applicant may still say why so many: until it is decided, also after the day for it."""
        is_undecided = self.state in (RequestState.RECEIVED, RequestState.CHECKING)
        return is_undecided and bool(self.reasons_asked_on) and not self.reasons_given_on

    def to_be_heard(self) -> models.QuerySet["ThirdParty"]:
        """Third parties whose opinion may still be entered: also one that came in time, after its silence was noted."""
        return self.third_parties.exclude(served_on=None).filter(Q(ended_on=None) | Q(opinion=Opinion.SILENT))

    def to_be_served(self) -> models.QuerySet["ThirdParty"]:
        """Whose written request has not reached them yet."""
        return self.third_parties.filter(served_on=None, ended_on=None)

    def still_asked(self) -> models.QuerySet["ThirdParty"]:
        """For whom the answer waits, served or not: what they are asked may be taken back."""
        return self.third_parties.filter(ended_on=None)

    def texts(self) -> dict[str, str]:
        """What of the answer is reviewed: every word that a person wrote."""
        return {"reason": self.reason, "answer_way": self.answer_way, "public_interest": self.public_interest}


class ThirdParty(models.Model):
    """Whose trade secret or privacy it may touch (条例 Art. 15, 32), or, with ``made_it``, another organ that made the
    information together with this one (条例 Art. 34): asked in writing, with fifteen working days."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    request = models.ForeignKey(InfoRequest, on_delete=models.PROTECT, related_name="third_parties")
    name = EncryptedTextField(_("第三方"))
    question = EncryptedTextField(_("拟公开的内容"))
    made_it = models.BooleanField(_("共同制作信息的行政机关"), default=False)
    asked_on = models.DateField()
    # When and how the written request reached it; before that nothing runs.
    served_on = models.DateField(_("送达日期"), null=True)
    service_mode = models.CharField(_("送达方式"), max_length=1, choices=Mode.choices, blank=True)
    # Derived from ``served_on``.
    due = models.DateField(null=True)
    # The day on which the opinion came, or the last one for it, or on which the asking was taken back.
    ended_on = models.DateField(null=True)
    opinion = models.CharField(_("意见"), max_length=10, choices=Opinion.choices, blank=True)
    # Theirs for the opinion, or the organ's for taking the asking back.
    reason = EncryptedTextField(_("理由"), blank=True)

    class Meta:
        verbose_name = _("第三方意见")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None, opinion="") | (Q(ended_on__isnull=False) & ~Q(opinion="")),
                name="third_party_ends_with_an_opinion",
            ),
            models.CheckConstraint(
                condition=Q(served_on=None, due=None) | Q(served_on__isnull=False, due__isnull=False),
                name="third_party_days_run_from_service",
            ),
        ]
        indexes = [
            # whose silence has to be noted
            models.Index(fields=["due"], name="third_party_waiting", condition=Q(ended_on=None)),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.get_opinion_display()}"

    @property
    def opinion_in_words(self) -> str:
        """The silence of an organ that made it together counts as consent (条例 Art. 34), and stays a silence."""
        if self.made_it and self.opinion == Opinion.SILENT:
            return gettext("逾期未提出意见，视为同意公开")
        return str(self.get_opinion_display())


class RequestPaper(models.Model):
    """One notice of a request: ``content`` is frozen, so that printing again says the same; signed by the worker."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    request = models.ForeignKey(InfoRequest, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(_("文书种类"), max_length=12, choices=PaperKind.choices)
    issuer = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(_("文书编号"), max_length=50)
    officer = models.CharField(_("承办人"), max_length=100, blank=True)
    content = EncryptedJSONField()
    issued_on = models.DateField(_("落款日期"))
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    sm3 = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("依申请公开文书")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["issuer", "number"], name="request_paper_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}　{self.number}"

    @property
    def for_applicant(self) -> bool:
        return self.kind not in FOR_OTHERS
