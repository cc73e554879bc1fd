"""Halls and departments as this process read them a moment ago.

They change a few times a year and every request asks for them. ``HALL_REMEMBER_SECONDS`` is how long a change may
take to be seen by another process; 0 asks the database each time. What is handed out is shared: nobody writes to it.
"""

import time
from collections.abc import Callable, Hashable
from typing import Any

from django.conf import settings

from hall.clock import today
from hall.organisations.models import Department, Hall
from hall.organisations.queries import hall_by_code, open_halls

# More different questions than an installation has halls and departments are somebody's invented host names.
_MOST = 5000
_kept: dict[Hashable, tuple[float, Any]] = {}


def remembered(key: Hashable, read: Callable[[], Any]) -> Any:
    """What ``read`` answered at most that many seconds ago."""
    seconds = settings.HALL_REMEMBER_SECONDS
    if not seconds:
        return read()
    moment = time.monotonic()
    kept = _kept.get(key)
    if kept and moment - kept[0] < seconds:
        return kept[1]
    if len(_kept) >= _MOST:
        _kept.clear()
    answer = read()
    _kept[key] = (moment, answer)
    return answer


def department_by_id(pk: int) -> Department:
    """A department with its hall."""
    department: Department = remembered(
        ("department", pk), lambda: Department.objects.select_related("hall__division", "hall__parent").get(pk=pk)
    )
    return department


def hall_by_id(pk: int) -> Hall:
    hall: Hall = remembered(
        ("hall", pk), lambda: Hall.objects.select_related("division", "parent").get(pk=pk)
    )
    return hall


def hall_with_code(code: str) -> Hall:
    hall: Hall = remembered(("hall code", code), lambda: hall_by_code(code))
    return hall


def halls_open_today() -> list[Hall]:
    """Every hall of a division that exists, the city first."""
    halls: list[Hall] = remembered(("open halls", today()), open_halls)
    return halls
