"""Promises and materials to follow, as the page of a case shows them to its clerk and to its applicant."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from applications.models import Application, Commitment, Handling, Tolerance
from applications.queries.annexes.annex import Annex
from applications.queries.promises import commitments_of, tolerances_of


@dataclass(frozen=True, slots=True)
class StandIns:
    commitments: list[Commitment]
    tolerances: list[Tolerance]


def of_handling(handling: Handling) -> Annex | None:
    return of_case(handling.application)


def of_case(application: Application) -> Annex | None:
    """The same for both: what was promised in the application, and what an agency found (Art. 35: it is no opinion)."""
    content = StandIns(commitments_of(application), tolerances_of(application))
    if not content.commitments and not content.tolerances:
        return None
    return Annex("promises", _("告知承诺和容缺后补"), "applications/annexes/promises.html", content)
