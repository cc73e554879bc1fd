"""Posts 岗位: which duty a member of staff holds where. Rules ask for duties, never for names."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hall.accounts.models.user import User
from hall.organisations.models import Department


class Duty(models.TextChoices):
    WINDOW = "window", _("窗口受理")
    EXAMINER = "examiner", _("审查")
    SIGNER = "signer", _("决定（签发）")
    HEAD = "head", _("机关负责人")
    GOVERNMENT = "government", _("本级政府负责人")
    CERTIFICATES = "certificates", _("制证送达")
    DISCLOSER = "discloser", _("公示起草")
    SECRECY = "secrecy", _("保密审查")
    COMPLAINTS = "complaints", _("投诉承办")
    SUPERVISOR = "supervisor", _("监督")


class Post(models.Model):
    """One duty of one person at one department; a person may hold several."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="posts")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="posts")
    duty = models.CharField(_("职责"), max_length=12, choices=Duty.choices)

    class Meta:
        verbose_name = _("岗位")
        constraints = [
            models.UniqueConstraint(fields=["user", "department", "duty"], name="one_post_of_a_kind"),
        ]
        indexes = [
            # who holds a duty at a department (assignment)
            models.Index(fields=["department", "duty"], name="post_of_department"),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.department} {self.get_duty_display()}"
