"""Showing the applicant what will be published, word for word, and what has become of it in public."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from applications.models import Application, Consultation, PublicWords, Room
from applications.models.consultation import Answer, Outcome, Standing
from applications.queries.consultations import consultations_on
from hall.clock import now

Lines = Sequence[tuple[str, str]]


def show_words(application_uid: UUID, *, lines: Lines, sm3: str) -> None:
    """The words as they stand now; called inside the deed that wrote them, and safe to call again.

    No fact is announced: a text that a drafter works on makes nobody's page stale.
    """
    held = _held_case(application_uid)
    if not held.has_been_in(Room.PUBLIC_WORDS):
        held.enter(Room.PUBLIC_WORDS)
        held.save(update_fields=["rooms"])
    words = {"lines": [list(one) for one in lines], "sm3": sm3, "shown_at": now(), "closed_at": None}
    PublicWords.objects.update_or_create(application=held, defaults=words)


def hold_words(application_uid: UUID) -> list[Consultation]:
    """What the applicant said so far; nothing comes after it until the publication that asks is done."""
    _held_words(application_uid)
    return consultations_on(application_uid)


def close_words(application_uid: UUID, standing: Standing) -> None:
    """Published or withheld for good: nobody has anything to say to it any more."""
    words = _held_words(application_uid)
    if words is None:
        return
    words.standing, words.closed_at = standing, now()
    words.standing_since = words.closed_at
    if standing == Standing.PUBLISHED:
        words.public_lines = words.lines
    words.save()
    _unanswered(words).exclude(answer=Answer.OBJECTION).update(closed_at=now(), outcome=Outcome.MOOT)


def take_back_words(application_uid: UUID) -> None:
    """They stand in public no more; what they were is told to the applicant alone."""
    words = _held_words(application_uid)
    if words:
        words.standing, words.standing_since = Standing.TAKEN_BACK, now()
        words.save(update_fields=["standing", "standing_since"])


def drop_words(application_uid: UUID) -> None:
    """What was shown will not be published after all; what was asked or objected needs no answer any more."""
    words = _held_words(application_uid)
    if words and words.closed_at is None:
        words.closed_at = now()
        words.save(update_fields=["closed_at"])
        _unanswered(words).update(closed_at=now(), outcome=Outcome.MOOT)


def _unanswered(words: PublicWords) -> QuerySet[Consultation]:
    return Consultation.objects.filter(application_id=words.application_id, closed_at=None)


def _held_words(application_uid: UUID) -> PublicWords | None:
    held = _held_case(application_uid)
    return PublicWords.objects.select_for_update().filter(application=held).first()


def _held_case(application_uid: UUID) -> Application:
    """The case before its words, as every deed of the applicant locks them: neither waits for the other."""
    return Application.objects.select_for_update(of=("self",)).only("pk", "rooms").get(uid=application_uid)
