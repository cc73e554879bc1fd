"""What a change does once it was judged: to the disclosure, to the register, and to what the applicant knows."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.actions.consultations.showing import close_words, take_back_words
from applications.actions.telling import PUBLICATION, tell_applicant
from applications.models import Application
from applications.models.consultation import Standing
from hall.clock import local_date
from hall.errors import WrongState
from hall.events.announcements import Announcement
from tracking.disclosure.actions.consulting import show_as_public
from tracking.disclosure.actions.published.words import is_current, put
from tracking.disclosure.change import ChangeKind, ProposedChange
from tracking.disclosure.events import Corrected, PublishedAgain, TakenBack
from tracking.disclosure.models import Disclosure
from tracking.disclosure.publication import publication_of
from tracking.register import changing
from tracking.register.models import RecordChangeReason

_TOLD = {
    ChangeKind.CORRECT: gettext_lazy("您的“%(item)s”的公示内容已经更正，更正后的内容见公示页。"),
    ChangeKind.TAKE_BACK: gettext_lazy("您的“%(item)s”的公示已经撤下，不再公开。"),
    ChangeKind.PUBLISH_AGAIN: gettext_lazy("您的“%(item)s”经重新审查，已经再次公示。"),
}


def apply(disclosure: Disclosure, change: ProposedChange) -> Announcement:
    """In the transaction of the deed, which announces what is returned."""
    fact = _EFFECTS[ChangeKind(change.kind)](disclosure, change)
    _show_applicant(disclosure)
    application = Application.objects.select_related("applicant", "hall", "offering").get(
        uid=disclosure.application_uid
    )
    tell_applicant(application, PUBLICATION, _TOLD[ChangeKind(change.kind)], key=f"published:{change.uid}")
    return fact


def _show_applicant(disclosure: Disclosure) -> None:
    """Their own page says what is in public now, or that nothing is any more."""
    if disclosure.record_uid:
        show_as_public(disclosure)
        close_words(disclosure.application_uid, Standing.PUBLISHED)
    else:
        take_back_words(disclosure.application_uid)


def _correct(disclosure: Disclosure, change: ProposedChange) -> Announcement:
    disclosure.correct()
    before = publication_of(disclosure)
    _put(disclosure, change)
    reason = RecordChangeReason(change.public_reason)
    record = changing.replace(before, publication_of(disclosure), reason=reason)
    return Corrected(record=record.uid, published_on=local_date(record.published_at))


def _take_back(disclosure: Disclosure, change: ProposedChange) -> Announcement:
    disclosure.take_back()
    assert disclosure.record_uid is not None, "what is published has its record"
    record = changing.take_back(disclosure.record_uid, reason=RecordChangeReason(change.public_reason))
    assert record is not None, "the disclosure is held"
    disclosure.record_uid = None
    return TakenBack(record=record.uid, published_on=local_date(record.published_at), ground=change.ground)


def _publish_again(disclosure: Disclosure, change: ProposedChange) -> Announcement:
    disclosure.publish_again()
    _put(disclosure, change)
    disclosure.record_uid = changing.restore(publication_of(disclosure)).uid
    return PublishedAgain(record=disclosure.record_uid)


def _put(disclosure: Disclosure, change: ProposedChange) -> None:
    if not is_current(disclosure, change.words):
        raise WrongState(_("提出之后决定书又有更正，请退回，按新的决定书重新提出。"))
    put(disclosure, change.words)


_EFFECTS: dict[ChangeKind, Callable[[Disclosure, ProposedChange], Announcement]] = {
    ChangeKind.CORRECT: _correct,
    ChangeKind.TAKE_BACK: _take_back,
    ChangeKind.PUBLISH_AGAIN: _publish_again,
}
