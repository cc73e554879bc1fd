"""Letting somebody act in the case from now on (行政许可法 Art. 29): offered where nobody does."""

from collections.abc import Iterator

from applications.models import Application
from applications.queries.agents import may_have_agent, represented


def offer(application: Application) -> Iterator[str]:
    if application.spec.agent_allowed and may_have_agent(application) and not represented(application):
        yield "appoint_agent"
