"""The applicant's own part in a hearing: ask in time, give it up, challenge the presider (行政许可法 Art. 47, 48)."""

from collections.abc import Iterator

from applications.lifecycle import CaseState
from applications.models import Application, PartyRole
from applications.queries.hearings import can_ask, can_challenge, can_waive, hearings_of

_DEEDS = (
    ("request_hearing", can_ask),
    ("waive_hearing", can_waive),
    ("challenge_presider", can_challenge),
)


def offer(application: Application) -> Iterator[str]:
    if application.state != CaseState.ACCEPTED:
        return
    hearings = hearings_of(application)
    own = [(one, party) for one in hearings for party in one.parties.all() if party.role == PartyRole.APPLICANT]
    for deed, lawful in _DEEDS:
        if any(lawful(hearing, party) for hearing, party in own):
            yield deed
