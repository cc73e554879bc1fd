"""将要公开的内容: what the public will read, for the applicant to see before, and what they said to it (Art. 5)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.documents.kinds import Ground
from applications.models import Application, Consultation, PublicWords
from applications.models.consultation import Outcome, Override, Standing
from applications.queries.annexes.annex import Annex
from applications.queries.consultations import consultations_on, words_of


@dataclass(frozen=True, slots=True)
class Said:
    consultation: Consultation
    ground: str


@dataclass(frozen=True, slots=True)
class Shown:
    words: PublicWords
    said: list[Said]


def of_case(application: Application) -> Annex | None:
    words = words_of(application)
    if words is None:
        return None
    said = [Said(one, ground_of(one)) for one in consultations_on(application.uid)]
    title = str(_TITLES[Standing(words.standing)]) if words.standing else _("将要公开的内容")
    return Annex("public-words", title, "applications/annexes/public_words.html", Shown(words, said))


_TITLES = {
    Standing.PUBLISHED: gettext_lazy("已公开的内容"),
    Standing.TAKEN_BACK: gettext_lazy("已撤下的内容"),
    Standing.WITHHELD: gettext_lazy("不予公开的内容"),
}


def ground_of(one: Consultation) -> str:
    """In words: on what an objection was upheld or overridden."""
    if not one.ground:
        return ""
    return str(Override(one.ground).label if one.outcome == Outcome.OVERRIDDEN else Ground(one.ground).label)
