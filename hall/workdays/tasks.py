"""What Celery rings for the calendar."""

import logging

from celery import shared_task

from hall.clock import today
from hall.workdays.coverage import coverage_problem

logger = logging.getLogger(__name__)


@shared_task(name="hall.workdays.tasks.watch_coverage")
def watch_coverage() -> str:
    """Once a day: the operator hears that the next notice is missing before any date becomes provisional for long."""
    problem = coverage_problem(today()) or ""
    if problem:
        logger.warning(problem)
    return problem
