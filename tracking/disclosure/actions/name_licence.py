"""The certificate is often made after the decision was published: its name and number are added where they belong."""

from uuid import UUID

from django.db import transaction

from applications.models import Decision, Licence
from tracking.disclosure.actions.consulting import show
from tracking.disclosure.actions.draft import draft
from tracking.disclosure.models import Disclosure
from tracking.register.actions import name_licence as name_in_register


@transaction.atomic
def name_licence(licence_uid: UUID, application_uid: UUID) -> None:
    """Into the draft, and into the register if it is there already. Safe to run twice and before the drafting."""
    licence = Licence.objects.get(uid=licence_uid)
    drafted = draft(Decision.objects.get(application__uid=application_uid).uid)
    if drafted is None:
        return
    held = Disclosure.objects.select_for_update(of=("self",)).select_related("hall", "department")
    disclosure = held.get(pk=drafted.pk)
    disclosure.licence_name, disclosure.licence_number = licence.name, licence.number
    disclosure.save(update_fields=["licence_name", "licence_number"])
    show(disclosure)
    name_in_register(disclosure.uid, name=licence.name, number=licence.number)
