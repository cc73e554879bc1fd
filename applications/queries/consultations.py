"""What will be published of a case and what the applicant said to it. Asked only where words were shown."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from applications.models import Application, Consultation, PublicWords, Room
from applications.models.consultation import Answer, Outcome
from hall.clock import local_date, today
from hall.workdays.wording import whole_day

JUDGED = (Outcome.WITHHELD, Outcome.IN_PART, Outcome.OVERRIDDEN)


def words_of(application: Application) -> PublicWords | None:
    """What the public will read of this case, or reads."""
    if not application.has_been_in(Room.PUBLIC_WORDS):
        return None
    return PublicWords.objects.filter(application=application).first()


def consultations_on(application_uid: UUID) -> list[Consultation]:
    return list(Consultation.objects.filter(application__uid=application_uid))


def may_consent(words: PublicWords, said: list[Consultation]) -> bool:
    """Asked, and not answered yet; late is still an answer while nothing was published."""
    return words.closed_at is None and any(one.closed_at is None and not one.answer for one in said)


def may_object(words: PublicWords, said: list[Consultation]) -> bool:
    """Until it is published, once to the same words: what was consented to or judged is settled.

    After a publication, words to which an objection was upheld may be objected to whenever they are proposed again.
    """
    if words.closed_at is not None or any(one.closed_at is None and one.answer for one in said):
        return False
    judged = (Outcome.OVERRIDDEN,) if words.standing else JUDGED
    settled = [one for one in said if one.answer == Answer.CONSENT or one.outcome in judged]
    return all(one.sm3 != words.sm3 for one in settled)


def must_ask(words: PublicWords, said: list[Consultation]) -> bool:
    """Art. 5: whoever marked a secret is asked once; who consented to these words, or was answered, is not again.

    After a publication other words are another question: an answer settles the words that it was given to alone.
    """
    if words.standing:
        return not any(one.sm3 == words.sm3 and _is_settled(one) for one in said)
    if any(one.closed_at is None and (one.answer or one.sm3 == words.sm3) for one in said):
        return False
    return not any(one.outcome in JUDGED or (one.answer == Answer.CONSENT and one.sm3 == words.sm3) for one in said)


def _is_settled(one: Consultation) -> bool:
    """Consented to, published all the same, or left to the organ by a silence of the whole period."""
    if one.answer:
        return one.answer == Answer.CONSENT or one.outcome == Outcome.OVERRIDDEN
    return one.due is not None and one.closed_at is not None and one.due < local_date(one.closed_at)


def open_objection(said: list[Consultation]) -> Consultation | None:
    return next((one for one in said if one.closed_at is None and one.answer == Answer.OBJECTION), None)


def why_contested(said: list[Consultation]) -> str:
    """Why an objection is to be judged first; empty where none is open."""
    return _("申请人对将要公开的内容有异议，请先处理异议。") if open_objection(said) else ""


def why_waiting(said: list[Consultation]) -> str:
    """Why nothing may be published now; empty where it may. Silence leaves it to the organ (条例 Art. 32)."""
    current = next((one for one in said if one.closed_at is None), None)
    if current is None:
        return ""
    if contested := why_contested(said):
        return contested
    if current.due and today() <= current.due:
        return _("正在征求申请人的意见，申请人答复或者%(due)s届满以后才可以公示。") % {"due": whole_day(current.due)}
    return ""


def waits_of(said: list[Consultation]) -> list[list[str | None]]:
    """The time that no limit of publication counts (条例 Art. 33): being asked, and an objection until it is judged.

    First and last day of each in ISO words; the last is None while an objection is open.
    """
    return [[_first(one).isoformat(), last.isoformat() if (last := _last(one)) else None] for one in said]


def _first(one: Consultation) -> date:
    began = one.asked_at or one.answered_at
    assert began is not None
    return local_date(began)


def _last(one: Consultation) -> date | None:
    if one.closed_at is None:
        return None if one.answer else one.due
    ended = local_date(one.closed_at)
    # Whoever was silent had their period, and not what came after it.
    return ended if one.answer or one.due is None else min(one.due, ended)
