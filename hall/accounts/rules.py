"""Who holds which duty where. Posts decide; business roles know no superuser (等保 2.0, access control)."""

from django.db.models import QuerySet

from hall.accounts.models import Duty, Kind, User
from hall.accounts.people import Visitor
from hall.organisations.models import Department


def is_staff(user: Visitor) -> bool:
    return isinstance(user, User) and user.is_active and user.kind == Kind.STAFF


def has_duty(user: Visitor, duty: Duty | str, department: Department | None = None) -> bool:
    """Whether ``user`` holds ``duty`` at ``department``; without one, at any."""
    if not isinstance(user, User) or not is_staff(user):
        return False
    held = user.duties_held
    if department is None:
        return any(at == duty for at, _where in held)
    return (str(duty), department.pk) in held


def departments_of(user: Visitor, *duties: Duty | str) -> QuerySet[Department]:
    """The departments at which ``user`` holds one of ``duties``; without any named, holds any post."""
    if not isinstance(user, User) or not is_staff(user):
        return Department.objects.none()
    posts = user.posts.filter(duty__in=duties) if duties else user.posts.all()
    return Department.objects.select_related("hall").filter(pk__in=posts.values("department"))
