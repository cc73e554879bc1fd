"""Who may do what with a disclosure: drafter, reviewer and signer are three people (条例 Art. 17; 保密法 Art. 35)."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from hall.accounts.models import Duty, Post, User
from tracking.disclosure.models import Disclosure

Visitor = User | AnonymousUser
_DUTIES = [Duty.DISCLOSER, Duty.SECRECY]


def _has(user: Visitor, duty: Duty, disclosure: Disclosure) -> bool:
    """Disclosure posts serve a whole hall."""
    held = Post.objects.filter(user_id=user.pk, duty=duty, department__hall_id=disclosure.hall_id)
    return user.pk is not None and held.exists()


def visible_to(user: Visitor) -> QuerySet[Disclosure]:
    """The disclosures of the halls in which the visitor drafts or reviews."""
    if not isinstance(user, User):
        return Disclosure.objects.none()
    halls = Post.objects.filter(user=user, duty__in=_DUTIES).values("department__hall")
    return Disclosure.objects.filter(Q(hall__in=halls))


def may_open(user: Visitor, disclosure: Disclosure) -> bool:
    return any(_has(user, duty, disclosure) for duty in _DUTIES)


def may_draft(user: User, disclosure: Disclosure) -> bool:
    return _has(user, Duty.DISCLOSER, disclosure)


def may_review(user: User, disclosure: Disclosure) -> bool:
    """A second pair of eyes: neither the drafter nor the signer of the decision."""
    involved = {disclosure.drafter_uid, disclosure.signer_uid}
    return _has(user, Duty.SECRECY, disclosure) and user.uid not in involved
