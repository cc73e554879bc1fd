"""Consenting to the publication, or objecting to it, until it is published (行政许可法 Art. 5)."""

from collections.abc import Iterator

from applications.models import Application
from applications.queries.consultations import consultations_on, may_consent, may_object, words_of


def offer(application: Application) -> Iterator[str]:
    words = words_of(application)
    if words is None or words.closed_at is not None:
        return
    said = consultations_on(application.uid)
    if may_consent(words, said):
        yield "consent"
    if may_object(words, said):
        yield "object_to_publication"
