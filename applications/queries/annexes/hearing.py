"""Hearings on the page of a case: who was told, when and where, who presides, what came of it.

The clerk sees the parties with their contact; the applicant sees other parties' names masked and no contact.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from applications.models import Application, Challenge, Handling, Hearing, HearingParty, Listener, PartyRole, Sitting
from applications.queries.annexes.annex import Annex
from applications.queries.hearings import hearings_of, may_still_ask, organise_due, request_due
from hall.clock import today
from hall.masking import mask_name


@dataclass(frozen=True, slots=True)
class PartyLine:
    """``until`` is the last day on which they may still ask."""

    role: str
    name: str
    contact: str
    until: date | None
    party: HearingParty


@dataclass(frozen=True, slots=True)
class HearingView:
    """``whole`` is what only the agency reads: the record, the minutes of who came, the grounds of a challenge."""

    hearing: Hearing
    parties: list[PartyLine]
    sittings: list[Sitting]
    challenges: list[Challenge]
    listeners: list[str]
    organise_by: date | None
    whole: bool


def for_handling(handling: Handling) -> Annex | None:
    """Only this agency's own: the other level's hearings are not its file (Art. 35)."""
    own = [one for one in hearings_of(handling.application) if one.handling_id == handling.pk]
    return _annex([_view(one, whole=True) for one in own])


def for_case(application: Application) -> Annex | None:
    """What concerns the applicant: not what somebody without a right asked for."""
    called = [one for one in hearings_of(application) if any(map(_is_applicant, one.parties.all()))]
    return _annex([_view(one, whole=False) for one in called])


def _annex(views: list[HearingView]) -> Annex | None:
    return Annex("hearings", _("听证"), "applications/annexes/hearing.html", views) if views else None


def _view(hearing: Hearing, *, whole: bool) -> HearingView:
    challenges = Challenge.objects.filter(sitting__hearing=hearing)
    return HearingView(
        hearing=hearing,
        parties=list(_parties(hearing, whole)),
        sittings=list(Sitting.objects.filter(hearing=hearing).order_by("-id")),
        challenges=list(challenges),
        listeners=_listeners(hearing) if whole else [],
        organise_by=organise_due(hearing),
        whole=whole,
    )


def _listeners(hearing: Hearing) -> list[str]:
    """Who registered on the public notice, in the order of their registering."""
    found = Listener.objects.filter(hearing=hearing).order_by("id")
    return list(found.values_list("user__name", flat=True))


def _parties(hearing: Hearing, whole: bool) -> Iterator[PartyLine]:
    code = hearing.handling.hall.code
    for party in hearing.parties.all():
        plain = whole or _is_applicant(party)
        yield PartyLine(
            role=str(party.get_role_display()),
            name=party.name if plain else mask_name(party.name),
            contact=party.contact if whole else "",
            until=request_due(party, code) if may_still_ask(party, code, today()) else None,
            party=party,
        )


def _is_applicant(party: HearingParty) -> bool:
    return party.role == PartyRole.APPLICANT
