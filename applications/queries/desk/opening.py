"""Opening one handling for somebody who works on it; anyone else's is as if absent."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from applications.documents.kinds import Kind
from applications.models import Application, Handling, Package, Paper
from applications.models.reading import read_once
from applications.rules import Visitor, may_open
from hall.database.statements import row
from hall.errors import NotFound
from hall.organisations.remembered import department_by_id


def open_handling(user: Visitor, uid: UUID) -> Handling:
    """Raises NotFound for another agency's handling, also for the other level's of the same case."""
    found = held_handling(user, uid)
    whole = Application.objects.select_related("hall", "offering", "item_version", "applicant")
    found.application = whole.defer("item_version__content").get(pk=found.application_id)
    return found


def held_handling(user: Visitor, uid: UUID) -> Handling:
    """The same without its case, for a deed that reads everything again under its lock: what a form asks is read then.

    Raises NotFound like ``open_handling``.
    """
    found = row(Handling, "uid = %s", uid)
    if found is None:
        raise NotFound(_("没有找到这个办件。"))
    found.department = department_by_id(found.department_id)
    found.hall = found.department.hall
    if not may_open(user, found):
        raise NotFound(_("没有找到这个办件。"))
    return found


def package_from_below(handling: Handling) -> Package | None:
    packages = Package.objects.select_related("sent_from__department").filter(opened_as=handling)
    return read_once(handling.application, f"package opened as {handling.pk}", packages.first)


def package_sent_up(handling: Handling) -> Package | None:
    return Package.objects.select_related("sent_to").filter(sent_from=handling).order_by("-number").first()


def papers_of(handling: Handling, package: Package | None) -> QuerySet[Paper]:
    """The handling's own papers; above, also the opinion that came with the package, and nothing else from below."""
    own = Q(handling=handling)
    if package:
        own |= Q(handling=package.sent_from, kind=Kind.PRELIMINARY_OPINION)
    return Paper.objects.filter(own).order_by("id")
