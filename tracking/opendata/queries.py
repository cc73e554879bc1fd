"""Reading data sets and their files."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from hall.errors import NotFound
from hall.organisations.models import Hall
from hall.review.digest import digest_of
from tracking.opendata.models import OPEN, DataFile, DataSet, RevocationList

PAGE = 60


def of_hall(hall: Hall) -> DataSet | None:
    return DataSet.objects.select_related("hall").filter(hall=hall).first()


def is_open(data_set: DataSet | None) -> bool:
    """Whether it may be given out: reviewed, and with the very fields that were reviewed."""
    return bool(data_set and data_set.state == OPEN and data_set.digest == digest_of(data_set.texts()))


def opened(hall: Hall) -> DataSet:
    """The hall's data set; raises NotFound as long as it was not reviewed."""
    data_set = of_hall(hall)
    if data_set is None or not is_open(data_set):
        raise NotFound(_("本大厅的公示数据尚未通过汇聚审查，暂不整批开放。"))
    return data_set


def open_sets() -> Iterator[DataSet]:
    return (one for one in DataSet.objects.filter(state=OPEN) if is_open(one))


def files(data_set: DataSet, before: DataFile | None = None) -> list[DataFile]:
    """Newest first, a page of them."""
    found = data_set.files.select_related("file", "data_set__hall")
    if before:
        found = found.filter(first_on__lte=before.first_on).exclude(first_on=before.first_on, uid__gte=before.uid)
    return list(found.order_by("-first_on", "-uid")[:PAGE])


def file(data_set: DataSet, uid: UUID | None) -> DataFile | None:
    found: QuerySet[DataFile] = data_set.files.select_related("file", "data_set__hall")
    return found.filter(uid=uid).first() if uid else None


def newest_day(data_set: DataSet) -> date | None:
    return data_set.files.order_by("-first_on").values_list("first_on", flat=True).first()


def newest_list() -> RevocationList | None:
    return RevocationList.objects.select_related("file").first()


def list_of(digest: str) -> RevocationList | None:
    """The revocation list whose file has this SHA-256, with its own signature, also when it is not the newest."""
    return RevocationList.objects.select_related("file").filter(file__sha256=digest).first()
