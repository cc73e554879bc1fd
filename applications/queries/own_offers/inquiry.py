"""A question that waits for the applicant's answer, until the decision."""

from collections.abc import Iterator

from applications.lifecycle import CaseState
from applications.models import Application
from applications.queries.inquiries import open_inquiry


def offer(application: Application) -> Iterator[str]:
    if application.state == CaseState.ACCEPTED and open_inquiry(application):
        yield "answer_inquiry"
