"""Publishing a version: refused while one of the eight things of 行政许可法 Art. 30 is missing."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from hall.actor import Actor
from hall.audit.trail import record
from hall.catalogue.actions.expand import expand
from hall.catalogue.actions.retire import retire_version
from hall.catalogue.checking import check
from hall.catalogue.completeness import missing
from hall.catalogue.events import PUBLISHED_FIRST, ItemPublished
from hall.catalogue.models import ItemVersion, ServiceItem, State
from hall.clock import now, today
from hall.errors import Incomplete, WrongState
from hall.events.announcements import publish


@transaction.atomic
def publish_version(*, version: ItemVersion, actor: Actor | None) -> ItemVersion:
    """Offer this version from now on. The one before takes no new applications; running cases stay pinned to it."""
    item = ServiceItem.objects.select_for_update().get(pk=version.item_id)
    version.refresh_from_db()
    _refuse_unless_ready(version)
    for previous in item.versions.filter(state=State.PUBLISHED):
        retire_version(version=previous, actor=actor, offered_on=True)
    version.state, version.published_at = State.PUBLISHED, now()
    version.published_by = actor.name if actor else _("系统导入")
    version.save(update_fields=["state", "published_at", "published_by"])
    expand([item])
    record("catalogue.publish", actor=actor, hall_code=settings.HALL_CITY_CODE, subject_uid=version.uid)
    publish(
        ItemPublished(catalog_code=item.catalog_code, number=version.number),
        subject_uid=version.uid,
        version=PUBLISHED_FIRST,
        hall_code=settings.HALL_CITY_CODE,
        actor=actor,
    )
    return version


def _refuse_unless_ready(version: ItemVersion) -> None:
    if version.state != State.DRAFT:
        raise WrongState(_("只有草稿可以发布，这个版本%(state)s。") % {"state": version.get_state_display()})
    if version.effective_from and version.effective_from > today():
        raise WrongState(_("生效日期为 %(day)s，届时方可发布。") % {"day": version.effective_from})
    # Content may have been written by an older checker: ask again before it becomes immutable.
    problems = [str(problem) for problem in check(version.content)]
    if lacking := missing(version.content) + problems:
        raise Incomplete(
            _("事项尚不完整，不能发布：%(missing)s") % {"missing": "；".join(lacking)}, fields={"missing": lacking}
        )
