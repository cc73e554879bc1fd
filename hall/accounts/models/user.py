"""One account: a person, an organisation with its handler 经办人, or a member of staff."""

from functools import cached_property
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import connection, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hall.clock import now
from hall.crypto import EncryptedTextField, blind_index
from hall.uids import uid7


class Kind(models.TextChoices):
    PERSON = "person", _("个人")
    ORGANISATION = "organisation", _("法人和其他组织")
    STAFF = "staff", _("工作人员")


class RealNameLevel(models.IntegerChoices):
    """实名等级: what outside proof stands behind the name, after the national sign-on's authlevel."""

    NONE = 0, _("未认证")
    FIRST = 1, _("初级")
    SECOND = 2, _("中级")
    THIRD = 3, _("高级")


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        """User names are kept in lower case, so that two accounts never differ by case alone."""
        return self.get(username=(username or "").lower())


class User(AbstractBaseUser):
    """Personal numbers, phones and addresses are sealed; equality is asked of the digest beside them."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    username = models.CharField(_("用户名"), max_length=30, unique=True)
    kind = models.CharField(_("账号类别"), max_length=12, choices=Kind.choices)
    name = models.CharField(_("姓名或名称"), max_length=200)
    is_active = models.BooleanField(_("启用"), default=True)
    real_name_level = models.PositiveSmallIntegerField(
        _("实名等级"), choices=RealNameLevel.choices, default=RealNameLevel.NONE
    )
    real_name_by = models.CharField(_("实名认证方式"), max_length=60, blank=True)

    id_number = EncryptedTextField(_("身份证号码"), blank=True)
    id_number_index = models.CharField(max_length=64, blank=True, editable=False)
    phone = EncryptedTextField(_("手机号码"), blank=True)
    phone_index = models.CharField(max_length=64, blank=True, editable=False)
    address = EncryptedTextField(_("联系地址"), blank=True)

    uscc = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    legal_representative = models.CharField(_("法定代表人"), max_length=100, blank=True)
    handler_name = models.CharField(_("经办人"), max_length=100, blank=True)

    # 行政执法证 of staff who check on the spot (行政许可法 Art. 34); empty for everybody else.
    enforcement_no = models.CharField(_("执法证号"), max_length=40, blank=True)

    password_set_at = models.DateTimeField(_("密码设置时间"), default=now)
    password_is_initial = models.BooleanField(_("初始密码，须修改"), default=False)
    password_never_ages = models.BooleanField(_("密码不过期（仅演示账号）"), default=False)
    privacy_notice = models.CharField(_("已阅读的个人信息处理告知版本"), max_length=20, blank=True)
    created_at = models.DateTimeField(_("注册时间"), default=now)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["kind", "name"]

    class Meta:
        verbose_name = _("账号")
        constraints = [
            # One account a person and one an organisation: sign-up is refused by the database even in a race.
            models.UniqueConstraint(
                fields=["id_number_index"], condition=~Q(id_number_index=""), name="one_account_for_a_person"
            ),
            models.UniqueConstraint(fields=["uscc"], condition=~Q(uscc=""), name="one_account_for_an_organisation"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.index_numbers()
        super().save(*args, **kwargs)

    def index_numbers(self) -> None:
        """Digests follow their values; a bulk insert calls this itself."""
        self.id_number_index = blind_index(self.id_number)
        self.phone_index = blind_index(self.phone)

    def get_full_name(self) -> str:
        return self.name

    @cached_property
    def duties_held(self) -> frozenset[tuple[str, int]]:
        """(duty, department id) of every post: read once for the many questions of one request."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT duty, department_id FROM accounts_post WHERE user_id = %s", [self.pk])
            return frozenset(cursor.fetchall())
