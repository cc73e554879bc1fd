"""Retiring a version: it takes no new applications, and the cases filed under it run on."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from hall.actor import Actor
from hall.audit.trail import record
from hall.catalogue.actions.expand import expand
from hall.catalogue.events import RETIRED_SECOND, ItemRetired
from hall.catalogue.models import ItemVersion, ServiceItem, State
from hall.clock import now, today
from hall.errors import WrongState
from hall.events.announcements import publish


@transaction.atomic
def retire_version(*, version: ItemVersion, actor: Actor | None, offered_on: bool = False) -> ItemVersion:
    """``offered_on``: a newer version follows at once, so the offerings stay."""
    item = ServiceItem.objects.select_for_update().get(pk=version.item_id)
    version.refresh_from_db()
    if version.state != State.PUBLISHED:
        raise WrongState(_("只有已发布的版本可以停用，这个版本是%(state)s。") % {"state": version.get_state_display()})
    version.state, version.retired_at, version.effective_to = State.RETIRED, now(), today()
    version.save(update_fields=["state", "retired_at", "effective_to"])
    if not offered_on:
        expand([item])
    record("catalogue.retire", actor=actor, hall_code=settings.HALL_CITY_CODE, subject_uid=version.uid)
    publish(
        ItemRetired(catalog_code=item.catalog_code, number=version.number),
        subject_uid=version.uid,
        version=RETIRED_SECOND,
        hall_code=settings.HALL_CITY_CODE,
        actor=actor,
    )
    return version
