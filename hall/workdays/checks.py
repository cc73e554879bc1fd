"""Django's system check of the calendar's coverage."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Warning
from django.db import connection

from hall.clock import today
from hall.workdays.coverage import coverage_problem
from hall.workdays.models import CalendarRevision

HINT = "manage.py calendar_import <CSV> --year <年份> --notice <文号>"


def check_coverage(*, databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Runs where database checks run, such as ``migrate`` and ``check --database default``."""
    if "default" not in (databases or []) or not tables_exist():
        return []
    problem = coverage_problem(today())
    return [Warning(problem, hint=HINT, id="workdays.W001")] if problem else []


def tables_exist() -> bool:
    return CalendarRevision._meta.db_table in connection.introspection.table_names()
