"""Papers of one's own case as the pages list them."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from applications.models import Application
from applications.queries.mine import my_papers
from hall.accounts.models import User


def papers_shown(user: User, application: Application) -> Iterator[dict[str, Any]]:
    """A paper that is not printed yet is named, without an address."""
    for paper in my_papers(user, application):
        url = reverse("apply:paper", args=[application.uid, paper.uid]) if paper.file_id else ""
        yield {"title": paper.title, "number": paper.number, "at": paper.signed_at, "url": url}
