"""Reading the inspections of a licence: for the department that made them, and what its holder may know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from applications.models import Exhibit, Licence, LicenceInspection, Mending
from applications.queries.exhibits import exhibits_of
from hall.accounts.models import User
from hall.clock import local_date, today


@dataclass(frozen=True, slots=True)
class Inspected:
    """One inspection with its files and, where something had to be mended, what became of it."""

    inspection: LicenceInspection
    exhibits: Sequence[Exhibit]
    mending: Mending | None

    @property
    def is_late(self) -> bool:
        return self.mending is not None and self.mending.checked_at is None and today() > self.mending.due


@dataclass(frozen=True, slots=True)
class Found:
    """What the holder reads: no officer's remark and nothing that is not signed yet."""

    day: date
    result: str
    told: str
    due: date | None
    mended: bool | None


def inspections_of(licence: Licence) -> list[Inspected]:
    """Newest first, for those who answer for the licence."""
    found = list(licence.inspections.select_related("mending", "paper__handling").order_by("-id"))
    files = exhibits_of(one.uid for one in found) if found else {}
    return [Inspected(one, files.get(one.uid, []), getattr(one, "mending", None)) for one in found]


def found_at(licence: Licence) -> Iterator[Found]:
    for one in licence.inspections.select_related("mending").exclude(archived_at=None).order_by("-id"):
        mending = getattr(one, "mending", None)
        yield Found(
            local_date(one.held_at),
            str(one.get_result_display()),
            one.told,
            mending.due if mending else None,
            mending.mended if mending else None,
        )


def waiting_for(user: User, licence: Licence) -> list[LicenceInspection]:
    """Written, and waiting for this officer's signature."""
    open_ones = licence.inspections.filter(archived_at=None, discarded_at=None, officer_uids__contains=[user.uid])
    return [one for one in open_ones if not one.has_signed(user.uid)]


def unsigned(licence: Licence) -> list[LicenceInspection]:
    return list(licence.inspections.filter(archived_at=None, discarded_at=None))


def unchecked(licence: Licence) -> list[LicenceInspection]:
    """Archived with something to be mended, and nobody has looked whether it was."""
    return list(licence.inspections.filter(mending__checked_at=None, mending__isnull=False))
