"""Who may see and handle a complaint: never the person or the department complained about (domain.md §7.2).

Supervisors stand in where those who handle complaints are the ones complained about. The rule has two forms, for
one complaint and for many, and they stand together so that no list shows what a page refuses.
"""

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import Q, QuerySet

from complaints.grievances.models import Grievance
from hall.accounts.models import Duty, Post, User
from hall.accounts.people import Visitor
from hall.accounts.rules import departments_of
from hall.organisations.models import Hall

DUTIES = [Duty.COMPLAINTS, Duty.SUPERVISOR]


def mine(user: Visitor) -> QuerySet[Grievance]:
    return Grievance.objects.filter(complainant_id=user.pk) if user.pk else Grievance.objects.none()


def halls_of(user: Visitor) -> QuerySet[Hall]:
    """The halls whose complaints the visitor handles."""
    return Hall.objects.filter(pk__in=departments_of(user, *DUTIES).values("hall")).order_by("code")


def handled_by(user: Visitor) -> QuerySet[Grievance]:
    """The complaints this person may see and handle."""
    if not isinstance(user, User):
        return Grievance.objects.none()
    allowed = Q(pk__in=[])
    for hall, departments in _places(user).items():
        allowed |= Q(hall_id=hall) & _not_about(departments)
    own = Q(involved__contains=[str(user.uid)]) | Q(complainant=user)
    named = Q(accused_person__contains=user.name) if user.name else Q(pk__in=[])
    return Grievance.objects.filter(allowed).exclude(own).exclude(named)


def may_handle(user: Visitor, grievance: Grievance) -> bool:
    """The same for one complaint, also one that is not saved yet."""
    if not isinstance(user, User) or _is_party(user, grievance):
        return False
    departments = _places(user).get(grievance.hall_id, set())
    return bool(departments - {grievance.accused_department_id})


def handlers_in(hall: Hall) -> QuerySet[User]:
    posts = Post.objects.filter(duty__in=DUTIES, department__hall=hall)
    return User.objects.filter(pk__in=posts.values("user"), is_active=True)


def _is_party(user: User, grievance: Grievance) -> bool:
    named = bool(user.name) and user.name in grievance.accused_person
    return named or str(user.uid) in grievance.involved or grievance.complainant_id == user.pk


def _places(user: User) -> Mapping[int, set[int]]:
    """The departments at which the person handles complaints, by hall."""
    places: dict[int, set[int]] = defaultdict(set)
    for department, hall in departments_of(user, *DUTIES).values_list("pk", "hall_id"):
        places[hall].add(department)
    return places


def _not_about(departments: set[int]) -> Q:
    """Whoever sits in one department alone handles nothing about that department."""
    if len(departments) > 1:
        return Q()
    return Q(accused_department=None) | ~Q(accused_department__in=departments)
