"""What somebody may do with a case now, as their own page offers it: the deed's name, and the deed ready to be done.

Nothing here knows what comes after what. The pages' offers say which deeds are open; what they do not list (filing,
supplements, an asked department's answer) stands below with the state in which a page shows it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

from applications.actions.answer_opinion import answer_opinion
from applications.actions.ask_for_licence import ask_for_licence
from applications.actions.hearings.public_notice import register_listener
from applications.actions.keep import keep_part, mark_of
from applications.actions.listing import place_of
from applications.actions.materials import hand_in, open_correction, take_back
from applications.actions.spot_correct import correct_on_spot
from applications.actions.stand_ins import postpone, promise, reconsider, signers_of
from applications.actions.start import discard, save_draft, start
from applications.actions.submit import submit
from applications.actions.supply import supply_correction
from applications.actions.withdraw_material import withdraw_material
from applications.hearing_lifecycle import HearingState
from applications.lifecycle import CaseState
from applications.models import Application, Handling, Hearing, Licence, OpinionRequest
from applications.models.application import Purpose
from applications.queries.desk.standing import standing_of
from applications.queries.licence_offers import offered_for
from applications.queries.own_offers import offered_to_applicant
from applications.queries.spot import open_spot_correction
from applications.rules import may_answer, may_open
from applications.views.applicant.deeds import DEEDS as OWN_DEEDS
from applications.views.clerk.deeds import DEEDS
from applications.views.clerk.licences import DEEDS as LICENCE_DEEDS
from hall.accounts.models import User
from tests.applications.lives.every_deed import ELSEWHERE, name_of
from tests.applications.lives.writing import WORDS, told_by, written
from tests.factories.answers import answers_for, pdf

Act = Callable[[User, int], Any]


@dataclass(frozen=True, slots=True)
class Way:
    """``act`` does it as somebody who looked at the given version."""

    name: str
    act: Act


def at_the_desk(user: User, handling: Handling, luck: Random) -> Iterator[Way]:
    """Of a handling that ``user`` may open."""
    if not may_open(user, handling):
        return
    for name in standing_of(user, handling).deeds:
        yield Way(name_of(DEEDS[name].act), _by_form(DEEDS[name], handling, handling.uid, luck))
    if material := luck.choice([None, *handling.application.materials.filter(replaced_at=None)]):
        uid, reason = material.uid, luck.choice(WORDS)
        yield Way(
            "withdraw_material.withdraw_material",
            lambda by, seen: withdraw_material(handling.uid, by, seen=seen, material=uid, reason=reason),
        )


def as_another_department(user: User, application: Application, luck: Random) -> Iterator[Way]:
    for asked in OpinionRequest.objects.filter(application=application).select_related("department"):
        if asked.is_open and may_answer(user, asked):
            yield Way("answer_opinion.answer_opinion", _plain(answer_opinion, asked.uid, answer=luck.choice(WORDS)))


def with_the_licence(user: User, licence: Licence, luck: Random) -> Iterator[Way]:
    for name in offered_for(user, licence):
        form, act = LICENCE_DEEDS[name]

        def do(by: User, _seen: int, form: Any = form, act: Any = act) -> Any:
            now = Licence.objects.get(pk=licence.pk)
            data, files = written(form(now), luck, seen=now.version)
            return act(licence.uid, by, seen=now.version, **told_by(form(now, data, files)))

        yield Way(name_of(act), do)


def as_the_applicant(user: User, application: Application, luck: Random) -> Iterator[Way]:
    if application.state == CaseState.DRAFT:
        yield from _in_a_draft(user, application, luck)
        return
    for name in offered_to_applicant(application):
        deed = OWN_DEEDS[name]
        if name_of(deed.act) not in ELSEWHERE:
            yield Way(name_of(deed.act), _by_form(deed, application, application.uid, luck))
    if application.state == CaseState.CORRECTING:
        yield from _in_a_correction(application, luck)
    if open_spot_correction(application):
        yield Way("spot_correct.correct_on_spot", _on_the_spot(application, luck))
    for licence in Licence.objects.filter(application=application):
        purpose = luck.choice(list(Purpose)[1:])
        yield Way("ask_for_licence.ask_for_licence", _plain(ask_for_licence, licence.uid, purpose=purpose))
    offering, division = application.offering, application.division_code
    yield Way("start.start", lambda by, _seen: start(by, offering, division_code=division))


def as_anybody(application: Application) -> Iterator[Way]:
    """Nobody is a stranger to a public hearing."""
    for hearing in Hearing.objects.filter(application=application, state=HearingState.SCHEDULED):
        if hearing.sittings.filter(replaced_at=None, public=True).exists():
            yield Way("public_notice.register_listener", _plain(register_listener, hearing.uid))


def _by_form(deed: Any, about: Any, uid: Any, luck: Random) -> Act:
    """Filled in when it is done: a form's choices are those of that moment."""

    def do(by: User, seen: int) -> Any:
        data, files = written(deed.form(about), luck, seen=seen)
        return deed.act(uid, by, seen=seen, **told_by(deed.form(about, data, files)))

    return do


def _plain(act: Callable[..., Any], uid: UUID, **told: Any) -> Act:
    """A deed that compares no version."""
    return lambda by, _seen: act(uid, by, **told)


def _in_a_draft(user: User, draft: Application, luck: Random) -> Iterator[Way]:
    uid, spec = draft.uid, draft.spec
    raw = answers_for(spec)
    material = luck.choice(spec.materials)
    fields = luck.sample(spec.fields, 3)
    keys = [one.key for one in fields]
    yield Way("submit.submit", lambda by, _seen: submit(uid, by, truth_stated=True))
    yield Way("start.save_draft", lambda by, _seen: save_draft(uid, by, raw))
    yield Way("keep.keep_part", lambda by, _seen: keep_part(uid, by, fields, raw, seen=mark_of(draft, keys)))
    yield Way("materials.hand_in", lambda by, _seen: hand_in(uid, by, material.key, pdf()))
    yield Way("start.discard", lambda by, _seen: discard(uid, by))
    if handed := draft.materials.filter(replaced_at=None).first():
        yield Way("materials.take_back", lambda by, _seen: take_back(uid, by, handed.uid))
    signer = luck.choice(signers_of(user))
    for one in spec.materials:
        if one.commitment:
            yield Way("stand_ins.promise", _plain(promise, uid, key=one.key, agreed=True, signer=signer))
        if one.tolerance:
            yield Way("stand_ins.postpone", _plain(postpone, uid, key=one.key, agreed=True))
    yield Way("stand_ins.reconsider", lambda by, _seen: reconsider(uid, by, key=material.key))


def _in_a_correction(application: Application, luck: Random) -> Iterator[Way]:
    """Whole, or with a reason for each gap."""
    uid, raw, correction = application.uid, answers_for(application.spec), open_correction(application)
    entries = correction.entries if correction else []
    asked = [entry["key"] for entry in entries if entry["target"] == "material"]
    gaps = {place_of(entry): luck.choice(WORDS) for entry in entries}

    def whole(by: User, _seen: int) -> Any:
        for key in asked:
            hand_in(uid, by, key, pdf())
        return supply_correction(uid, by, raw)

    def with_gaps(by: User, _seen: int) -> Any:
        return supply_correction(uid, by, raw, unsupplied=gaps)

    yield Way("supply.supply_correction", luck.choice([whole, with_gaps]))
    if asked:
        yield Way("materials.hand_in", lambda by, _seen: hand_in(uid, by, asked[0], pdf()))


def _on_the_spot(application: Application, luck: Random) -> Act:
    spot = open_spot_correction(application)
    assert spot is not None
    asked = [entry["key"] for entry in spot.entries if entry["target"] == "material"]
    files = {key: pdf(f"更正{luck.randint(1, 99)}.pdf") for key in asked}
    raw = {**answers_for(application.spec), **_other_words(application, luck)}
    return lambda by, _seen: correct_on_spot(application.uid, by, raw, files)


def _other_words(application: Application, luck: Random) -> dict[str, str]:
    """Other than what was filed, where words are asked for."""
    asked = [one.key for one in application.spec.fields if one.type in ("text", "long_text")]
    return {key: f"更正{luck.randint(1, 99)}" for key in asked}
