"""The time of a hearing is no time of the agency's (行政许可法 Art. 45): the one place that stops the clock."""

from applications.models import Handling, Hearing


def begin_excluded_time(hearing: Hearing, handling: Handling) -> None:
    """From the request, or the agency's own order, on; the applicant is told in writing (D-10)."""


def end_excluded_time(hearing: Hearing) -> None:
    """Up to the day on which the record is complete, or the hearing is given up."""
