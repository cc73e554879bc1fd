"""Coming to the disclosures: who may, and in the frame of which hall."""

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from hall.accounts.models import User
from hall.accounts.people import signed_in
from hall.errors import NotAllowed, NotFound
from tracking.disclosure.models import Disclosure
from tracking.disclosure.rules import halls_of, visible_to


def discloser_of(request: HttpRequest) -> User:
    """Raises NotAllowed for whoever neither drafts, reviews nor approves anywhere."""
    user = signed_in(request)
    if not halls_of(user).exists():
        raise NotAllowed(_("公示审查只对公示起草、保密审查岗位的工作人员和机关负责人开放。"))
    return user


def visible(user: User, uid: UUID) -> Disclosure:
    """Another hall's disclosure is as if absent."""
    found = visible_to(user).select_related("hall", "department").filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这份公示。"))
    return found
