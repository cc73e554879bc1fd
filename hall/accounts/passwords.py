"""What a password must be (等保 2.0 level 3, identity a): stricter for staff than for the public."""

import re
from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hall.accounts.models import Kind, User

LEAST_FOR_PUBLIC, LEAST_FOR_STAFF = 8, 10
CLASSES_NEEDED = 3
REMEMBERED = 5
AGE_FOR_STAFF = timedelta(days=90)
_CLASSES = [re.compile(pattern) for pattern in (r"[a-z]", r"[A-Z]", r"[0-9]", r"[^a-zA-Z0-9]")]


def _is_staff(user: object) -> bool:
    return isinstance(user, User) and user.kind == Kind.STAFF


def classes_in(password: str) -> int:
    """How many of lower case, upper case, digits and other signs occur."""
    return sum(bool(pattern.search(password)) for pattern in _CLASSES)


class NotLikeUsernameValidator(UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return _("密码与用户名太相似。")


class NotCommonValidator(CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("这个密码太常见，容易被猜到，请换一个。")


class LengthAndClassesValidator:
    """At least 8 characters for the public and 10 for staff, of three classes out of four."""

    def validate(self, password: str, user: object = None) -> None:
        least = LEAST_FOR_STAFF if _is_staff(user) else LEAST_FOR_PUBLIC
        if len(password) < least:
            raise ValidationError(_("密码至少%(least)d位。") % {"least": least}, code="too_short")
        if classes_in(password) < CLASSES_NEEDED:
            raise ValidationError(_("密码须包含大写字母、小写字母、数字、其他符号中的至少三类。"), code="too_plain")

    def get_help_text(self) -> str:
        return _("至少8位（工作人员至少10位），须包含大写字母、小写字母、数字、其他符号中的至少三类。")


class NotReusedValidator:
    """Staff may not return to the present password nor to any of the last five."""

    def validate(self, password: str, user: object = None) -> None:
        if not isinstance(user, User) or not _is_staff(user) or user.pk is None:
            return
        hashes = list(user.used_passwords.values_list("hashed", flat=True)[:REMEMBERED])
        if any(check_password(password, old) for old in {user.password, *hashes}):
            raise ValidationError(_("不能使用最近%(count)d次用过的密码。") % {"count": REMEMBERED}, code="reused")

    def get_help_text(self) -> str:
        return _("工作人员不能使用最近5次用过的密码。")


def must_change(user: User, moment: datetime) -> bool:
    """An initial password, or one of staff that is ninety days old."""
    if user.password_is_initial:
        return True
    ages = user.kind == Kind.STAFF and not user.password_never_ages
    return ages and moment - user.password_set_at >= AGE_FOR_STAFF
