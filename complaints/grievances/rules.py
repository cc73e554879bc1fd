"""Who may see and handle a complaint: never the person or the department complained about (domain.md §7.2)."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from complaints.grievances.models import Grievance
from hall.accounts.models import Duty, Post, User

Visitor = User | AnonymousUser


def mine(user: Visitor) -> QuerySet[Grievance]:
    return Grievance.objects.filter(complainant_id=user.pk) if user.pk else Grievance.objects.none()


def handled_by(user: Visitor) -> QuerySet[Grievance]:
    """The complaints this person may see and handle, by the same two tests as ``may_handle``."""
    if not isinstance(user, User):
        return Grievance.objects.none()
    posts = Post.objects.filter(user=user, duty=Duty.COMPLAINTS)
    found = Grievance.objects.none()
    for department, hall in posts.values_list("department_id", "department__hall_id"):
        own = Q(hall_id=hall) & ~Q(involved__contains=[str(user.uid)])
        found = found | Grievance.objects.filter(own).exclude(accused_department_id=department)
    return found


def may_handle(user: Visitor, grievance: Grievance) -> bool:
    if not isinstance(user, User) or str(user.uid) in grievance.involved:
        return False
    posts = Post.objects.filter(user=user, duty=Duty.COMPLAINTS, department__hall_id=grievance.hall_id)
    return posts.exclude(department=grievance.accused_department).exists()
