"""The applicant reads the words of a change before they are public, as before the first publication.

政府信息公开条例 Art. 32; 行政许可法 Art. 5: who marked a secret, or objected before, is asked for the same period, and
everybody may object. A correction that only leaves more out tells nothing new and waits for nobody. What was taken back
stands nowhere, so whatever is to come again is shown again.
"""

from django.utils.translation import gettext_lazy

from applications.actions.consultations.asking import ask_consent
from applications.actions.telling import PUBLICATION, tell_applicant
from applications.models import Application
from hall.accounts.models import User
from tracking.disclosure.actions.consulting import show_as_public
from tracking.disclosure.actions.published.words import as_proposed, only_withholds, words_of
from tracking.disclosure.change import ChangeKind, ProposedChange
from tracking.disclosure.models import Disclosure

SHOWN = gettext_lazy(
    "“%(item)s”将要按新的内容公示，将要公开的全文见办件页。认为有不应当公开的内容，请在公示之前提出异议。"
)


def consult_again(disclosure: Disclosure, change: ProposedChange, user: User) -> None:
    """Show the words of the change and ask where it is due; the caller holds the disclosure."""
    if not change.puts_words or _tells_nothing_new(disclosure, change):
        return
    show_as_public(as_proposed(disclosure, change.words))
    if ask_consent(disclosure.application_uid, user):
        return
    application = Application.objects.select_related("applicant", "hall", "offering").get(
        uid=disclosure.application_uid
    )
    tell_applicant(application, PUBLICATION, SHOWN, key=f"shown:{change.uid}")


def _tells_nothing_new(disclosure: Disclosure, change: ProposedChange) -> bool:
    return change.kind == ChangeKind.CORRECT and only_withholds(words_of(disclosure), change.words)
