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
from applications.actions.claims import Claimed, claim, restate_claims, unclaim
from applications.actions.convey import confirm, decline, offer_licence
from applications.actions.convey import take_back as take_licence_back
from applications.actions.hearings.public_notice import register_listener
from applications.actions.keep import keep_part, mark_of
from applications.actions.listing import place_of
from applications.actions.mandates import end_mandate
from applications.actions.materials import hand_in, open_correction, take_back
from applications.actions.sharing import fetch_shared
from applications.actions.spot_correct import correct_on_spot
from applications.actions.stand_ins import postpone, promise, reconsider, signers_of
from applications.actions.start import discard, start
from applications.actions.submit import submit
from applications.actions.supply import supply_correction
from applications.actions.violations.answering import answer_violation
from applications.actions.violations.sending import notify_violation
from applications.actions.withdraw_material import withdraw_material
from applications.hearing_lifecycle import HearingState
from applications.lifecycle import CaseState
from applications.models import Application, Handling, Hearing, Licence, OpinionRequest, ViolationNotice
from applications.models.application import Purpose
from applications.models.confidential_claim import Secret
from applications.queries.claims import claimable, claims_of
from applications.queries.desk.standing import standing_of
from applications.queries.licence_offers import offered_for
from applications.queries.own_offers import offered_to_applicant
from applications.queries.spot import open_spot_correction
from applications.rules import conveyances_to, may_answer, may_answer_violation, may_open
from applications.views.applicant.deeds import DEEDS as OWN_DEEDS
from applications.views.clerk.deeds import DEEDS
from applications.views.clerk.licences import DEEDS as LICENCE_DEEDS
from hall.accounts.models import User
from hall.catalogue.spec import Material
from hall.organisations.models import Department
from hall.uids import uid7
from tests.applications.lives.every_deed import name_of
from tests.applications.lives.people import STRANGERS
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
    for notice in ViolationNotice.objects.filter(licence=licence, received_at__isnull=False, answered_at=None):
        if may_answer_violation(user, notice):
            answer = _plain(answer_violation, notice.uid, answer=luck.choice(WORDS))
            yield Way("answering.answer_violation", answer)
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
        yield Way(name_of(deed.act), _by_form(deed, application, application.uid, luck))
    if application.state == CaseState.CORRECTING:
        yield from _in_a_correction(application, luck)
    if open_spot_correction(application):
        yield Way("spot_correct.correct_on_spot", _on_the_spot(application, luck))
    for licence in Licence.objects.filter(application=application):
        purpose = luck.choice(list(Purpose)[1:])
        yield Way("ask_for_licence.ask_for_licence", _plain(ask_for_licence, licence.uid, purpose=purpose))
        yield from _giving_away(user, licence, luck)
    offering, division = application.offering, application.division_code
    yield Way("start.start", lambda by, _seen: start(by, offering, division_code=division))


def _giving_away(user: User, licence: Licence, luck: Random) -> Iterator[Way]:
    """To whoever has an account; until it was accepted it may be taken back."""
    others = User.objects.filter(username__in=STRANGERS).exclude(pk=user.pk).order_by("pk")
    to = luck.choice(list(others))
    told = {"to_name": to.name, "to_code": to.uscc or to.id_number}
    yield Way("convey.offer_licence", _plain(offer_licence, licence.uid, **told))
    if licence.conveyances.filter(ended_at=None).exists():
        yield Way("convey.take_back", _plain(take_licence_back, licence.uid))


def as_somebody_asked(user: User, application: Application) -> Iterator[Way]:
    """To whom the licence is offered, and either side of a mandate."""
    for offer in conveyances_to(user).filter(licence__application=application, ended_at=None):
        yield Way("convey.confirm", _plain(confirm, offer.uid))
        yield Way("convey.decline", _plain(decline, offer.uid))
    mandate = application.mandate
    if mandate and mandate.ended_at is None and user.pk in (mandate.principal_id, mandate.agent_id):
        yield Way("mandates.end_mandate", _plain(end_mandate, mandate.uid, hall=application.hall))


def about_a_violation(licence: Licence, department: Department, luck: Random) -> Way:
    """Told by ``department``, where it was found, to whoever issued the licence (Art. 64)."""
    told = {"facts": luck.choice(WORDS), "basis": luck.choice(WORDS), "handled": luck.choice(WORDS)}
    about = {"department": department, "licence_no": licence.number}
    return Way("sending.notify_violation", _plain(notify_violation, uid7(), **about, **told))


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
    # A page of the form, or all of it.
    fields = luck.choice([spec.fields, luck.sample(spec.fields, 3)])
    keys = [one.key for one in fields]
    yield Way("submit.submit", lambda by, _seen: submit(uid, by, truth_stated=True))
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
    yield from _shared(uid, [one for one in spec.materials if one.data_share_source], luck)
    yield from _secrets(draft, luck)


def _shared(uid: UUID, materials: list[Material], luck: Random) -> Iterator[Way]:
    if materials:
        told = {"key": luck.choice(materials).key, "consented": luck.random() < 0.8}
        yield Way("sharing.fetch_shared", _plain(fetch_shared, uid, **told))


def _secrets(draft: Application, luck: Random) -> Iterator[Way]:
    """Marked one by one on a page, or all together by a program."""
    uid, known = draft.uid, sorted(claimable(draft))
    places = luck.sample(known, min(2, len(known)))
    kind, reason = luck.choice(Secret.values), luck.choice(WORDS)
    marks = [Claimed(place, kind, reason) for place in places]
    yield Way("claims.claim", _plain(claim, uid, places=places, kind=kind, reason=reason))
    yield Way("claims.restate_claims", lambda by, _seen: restate_claims(uid, by, marks))
    if marked := claims_of(draft):
        yield Way("claims.unclaim", _plain(unclaim, uid, place=luck.choice(marked).place))


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
