"""How a case ended without a decision, and whether it looks like a duplicate of an earlier one."""

from typing import Any

from django.utils.translation import gettext as _

from applications.models import Application, Ending, Handling
from applications.queries.annexes.annex import Annex
from applications.queries.duplicates import keepable
from applications.queries.endings import ending_of
from applications.queries.exhibits import exhibits_of
from applications.queries.results import result_code


def for_handling(handling: Handling) -> Annex | None:
    """The evidence is opened where it was put in, and nowhere else (Art. 35)."""
    ending = ending_of(handling.application)
    if ending is None:
        return None
    files = [one for one in exhibits_of([ending.uid])[ending.uid] if one.handling_id == handling.pk]
    return _shown(handling.application, ending, handling=handling, exhibits=files)


def for_case(application: Application) -> Annex | None:
    ending = ending_of(application)
    return _shown(application, ending) if ending else None


def _shown(application: Application, ending: Ending, **more: Any) -> Annex:
    content = {"ending": ending, "code": result_code(application), **more}
    return Annex("ending", _("办结结果"), "applications/annexes/ending.html", content)


def duplicates(handling: Handling) -> Annex | None:
    """The earlier cases that this one repeats, while both are open."""
    if not handling.is_open:
        return None
    found = keepable(handling)
    if not found:
        return None
    parts = Handling.objects.filter(application__in=found, department=handling.department_id).order_by("id")
    holders = {part.application_id: part.uid for part in parts}
    content = [(one, holders.get(one.pk)) for one in found]
    return Annex("duplicates", _("可能重复的申请"), "applications/annexes/duplicates.html", content)
