"""Who may go and look (行政许可法 Art. 34): people of the department with a certificate of law enforcement."""

from django.db.models import Q, QuerySet

from applications.models import Handling
from hall.accounts.models import User


def officers_of(handling: Handling) -> QuerySet[User]:
    """Active officers of the handling's department; whoever avoids the handling stays at home."""
    return officers_at(handling.department_id).exclude(uid__in=handling.kept_out)


def officers_at(department: int) -> QuerySet[User]:
    here = Q(posts__department=department, is_active=True) & ~Q(enforcement_no="")
    return User.objects.filter(here).distinct().order_by("username")


def workers_of(handling: Handling) -> QuerySet[User]:
    """Everybody who holds a post at the handling's department and does not avoid it yet."""
    here = Q(posts__department=handling.department_id, is_active=True)
    return User.objects.filter(here).exclude(uid__in=handling.kept_out).distinct().order_by("username")
