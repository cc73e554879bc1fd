"""The applicant reads the public words before they are public, and the seven days stop while they are asked.

行政许可法 Art. 5; 政府信息公开条例 Art. 32-33. What they are asked and say is kept with the case
(``applications.actions.consultations``, which says why the publication waits); here stands what follows for the
disclosure.
"""

from uuid import UUID

from django.db import transaction

from applications.actions.consultations.asking import ask_consent
from applications.actions.consultations.showing import show_words
from applications.deadlines import publish_by, stops
from applications.queries.consultations import consultations_on, waits_of
from hall.accounts.models import User
from hall.clock import today
from hall.review.digest import digest_of
from hall.workdays.calendars import calendar_for
from tracking.disclosure.lifecycle import OPEN
from tracking.disclosure.models import Disclosure
from tracking.disclosure.publication import lines_of, publication_of


def show(disclosure: Disclosure) -> None:
    """Put the words as they stand before the applicant; called by every deed that writes them."""
    if disclosure.state in OPEN:
        show_as_public(disclosure)


def show_as_public(disclosure: Disclosure) -> None:
    """As the public will read them, whatever the state; also of one in memory with the words of a change."""
    lines = lines_of(publication_of(disclosure))
    show_words(disclosure.application_uid, lines=lines, sm3=digest_of(disclosure.texts()))


def consult(disclosure: Disclosure, user: User) -> None:
    """Ask where a secret was marked; the caller saves what follows for the due date."""
    if ask_consent(disclosure.application_uid, user):
        take_out(disclosure)


def take_out(disclosure: Disclosure) -> None:
    """Count the due date without the time in which the applicant is asked or their objection judged."""
    disclosure.waits = waits_of(consultations_on(disclosure.application_uid))
    calendar = calendar_for(disclosure.hall.code)
    disclosure.due = publish_by(disclosure.decided_on, calendar, stops(disclosure.waits, today())).due


@transaction.atomic
def follow_answer(application_uid: UUID) -> None:
    """The applicant answered, or got an answer. An update, since no page of the disclosure becomes stale by a date."""
    held = Disclosure.objects.select_for_update(of=("self",)).select_related("hall")
    disclosure = held.filter(application_uid=application_uid, state__in=OPEN).first()
    if disclosure:
        take_out(disclosure)
        Disclosure.objects.filter(pk=disclosure.pk).update(waits=disclosure.waits, due=disclosure.due)
