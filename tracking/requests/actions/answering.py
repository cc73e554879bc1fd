"""The answer, one of seven: drafted by one, checked by another, told with its paper (条例 Art. 17, 32-37)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from applications.documents.kinds import Ground
from applications.queries.case_facts import organ_of
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.clock import now
from hall.errors import Incomplete, Invalid
from hall.files.forgetting import forget
from hall.files.models import StoredFile
from hall.review.actions import open_review, pass_review, refuse_review, resolve_findings
from hall.review.models import Review
from hall.review.queries import latest_of
from tracking.requests import wording
from tracking.requests.actions.answer_file import take_file
from tracking.requests.actions.locking import locked, refuse_barred
from tracking.requests.actions.papers import draft as draft_paper
from tracking.requests.actions.telling import count, tell
from tracking.requests.events import AnswerDrafted, AnswerReturned, RequestAnswered
from tracking.requests.kinds import NEEDED, REVIEW, SAID, AnswerKind, Opinion, PaperKind
from tracking.requests.lifecycle import RequestState
from tracking.requests.models import InfoRequest, ThirdParty

_WORDS = ("ground", "reason", "way", "earlier", "public_interest")


@dataclass(frozen=True, slots=True)
class Answer:
    """``way`` is what is provided, or how, where and when to get it; ``earlier`` the number of what was answered.

    ``file`` is an upload that replaces an earlier one; ``without_file`` takes that one out.
    """

    kind: str
    ground: str = ""
    reason: str = ""
    way: str = ""
    earlier: str = ""
    public_interest: str = ""
    file: Any = None
    without_file: bool = False


def send_to_check(uid: UUID, user: User, *, seen: int, answer: Answer) -> InfoRequest:
    """Draft the answer and hand it to a second pair of eyes."""
    file = take_file(uid, user, answer.file)
    try:
        return _sent(uid, user, seen, answer, file)
    except Exception:
        # Nobody's any more, and perhaps what is withheld.
        forget([file] if file else [])
        raise


def _sent(uid: UUID, user: User, seen: int, answer: Answer, file: StoredFile | None) -> InfoRequest:
    with locked(uid, seen=seen) as request:
        refuse_barred("answer", user, request)
        request.send_to_check()
        _check(request, answer)
        _take(request, answer)
        before = request.answer_file
        _take_file(request, answer, file)
        request.drafter_uid, request.drafter_name = user.uid, user.name
        # What cannot be told must be found out now, while the deed can still be refused.
        wording.answer(request, organ_of(request.department))
        open_review(
            REVIEW,
            subject_uid=request.uid,
            hall_code=request.hall.code,
            drafter=actor_of(user),
            texts=request.texts(),
        )
        announce(request, AnswerDrafted(answer=answer.kind), by=user)
        forget({one for one in (before, file) if one and one != request.answer_file})
        return request


def send_back(uid: UUID, user: User, *, seen: int, remark: str) -> InfoRequest:
    with locked(uid, seen=seen) as request:
        refuse_barred("return", user, request)
        request.send_back()
        refuse_review(review_of(request), actor_of(user), remark)
        announce(request, AnswerReturned(), by=user)
        return request


def answer(
    uid: UUID, user: User, *, seen: int, remark: str = "", resolutions: Mapping[int, str] | None = None
) -> InfoRequest:
    """Pass the review and answer, at once and together; ``resolutions`` says of each finding why it may stay."""
    with locked(uid, seen=seen) as request:
        refuse_barred("pass", user, request)
        request.answer(at=now())
        asked = _("请说明这一处为什么可以答复申请人，或者退回修改。")
        review = resolve_findings(review_of(request), actor_of(user), resolutions or {}, asked)
        pass_review(review, actor_of(user), remark, texts=request.texts())
        announce(request, RequestAnswered(answer=request.answer_kind, ground=request.ground), by=user)
        tell(request, "answered")
        _papers(request)
        return request


def review_of(request: InfoRequest) -> Review:
    review = latest_of(REVIEW, request.uid)
    assert review is not None, "an answer that is checked has its review"
    return review


def _papers(request: InfoRequest) -> None:
    parties = list(request.third_parties.all())
    officer = request.drafter_name
    draft_paper(request, PaperKind.ANSWER, lambda: _words(request, parties), officer=officer)
    for party in parties:
        if party.opinion == Opinion.REFUSE and not party.made_it and request.public_interest:
            told = partial(wording.told_third_party, request, party)
            draft_paper(request, PaperKind.OVERRIDE, told, addressee=party.name, officer=officer)
        if party.opinion == Opinion.CONSENT and not party.made_it and request.answer_kind == AnswerKind.PROVIDED:
            agreed = partial(wording.told_agreeing, request, party)
            draft_paper(request, PaperKind.GIVEN, agreed, addressee=party.name, officer=officer)


def _words(request: InfoRequest, parties: Sequence[ThirdParty]) -> list[str]:
    sentences = wording.answer(request, organ_of(request.department))
    sentences.insert(1, wording.stops_in_words(parties))
    return sentences


def _take_file(request: InfoRequest, answer: Answer, file: StoredFile | None) -> None:
    """Of a draft that came back the file stays until another one takes its place; only what is provided has one."""
    if answer.kind != AnswerKind.PROVIDED:
        request.answer_file = None
    elif file:
        request.answer_file = file
    elif answer.without_file:
        request.answer_file = None


def _check(request: InfoRequest, answer: Answer) -> None:
    if answer.kind not in AnswerKind.values:
        raise Incomplete(_("请选择答复类型。"), fields={"kind": [_("请选择。")]})
    kind = AnswerKind(answer.kind)
    missing = {name: [_("这种答复必须填写。")] for name in NEEDED[kind] if not getattr(answer, name).strip()}
    missing |= _ground_missing(kind, answer)
    if _discloses_against(request, kind, answer) and not answer.public_interest.strip():
        missing["public_interest"] = [_("第三方不同意公开的，说明不公开会怎样重大影响公共利益，或者不予公开。")]
    if missing:
        raise Incomplete(_("答复还不完整。"), fields=missing)
    if _discloses_against(request, kind, answer):
        _check_interest(request, answer.public_interest)
    if kind == AnswerKind.REPEATED:
        _earlier(request, answer.earlier.strip())


def _check_interest(request: InfoRequest, said: str) -> None:
    """It is told to each third party that did not agree: none of them learns from it who else was asked."""
    parties = list(request.third_parties.all())
    told = [one for one in parties if one.opinion == Opinion.REFUSE and not one.made_it]
    if any(other.name in said for one in told for other in parties if other.name != one.name):
        problem = _("这段理由书面告知不同意公开的第三方，不能提到其他被征求意见的对象。")
        raise Invalid(problem, fields={"public_interest": [problem]})


def _ground_missing(kind: AnswerKind, answer: Answer) -> dict[str, list[str]]:
    if answer.ground and ("ground" not in SAID[kind] or answer.ground not in Ground.values):
        return {"ground": [_("这种答复没有不予公开的理由。")]}
    if kind == AnswerKind.PROVIDED and answer.ground and not answer.reason.strip():
        return {"reason": [_("部分不予公开的，说明理由。")]}
    return {}


def _discloses_against(request: InfoRequest, kind: AnswerKind, answer: Answer) -> bool:
    """Whether what a third party did not agree to is disclosed: only a secret of theirs that is left out is not."""
    left_out = answer.ground in (Ground.TRADE_SECRET, Ground.PRIVACY)
    return _was_refused(request) and kind == AnswerKind.PROVIDED and not left_out


def _was_refused(request: InfoRequest) -> bool:
    """By a third party (条例 Art. 32): what an organ that made it together says is heard and binds nobody (Art. 34)."""
    return request.third_parties.filter(opinion=Opinion.REFUSE, made_it=False).exists()


def _earlier(request: InfoRequest, number: str) -> None:
    """条例 Art. 36 (6): the same applicant was answered by this organ before."""
    same = InfoRequest.objects.filter(applicant=request.applicant, department=request.department)
    if not same.filter(number=number, state=RequestState.ANSWERED).exclude(pk=request.pk).exists():
        problem = _("没有找到本机关对同一申请人已经答复的这件申请。")
        raise Invalid(problem, fields={"earlier": [problem]})


def _take(request: InfoRequest, answer: Answer) -> None:
    """Only what this kind of answer says is kept of the form."""
    kind = AnswerKind(answer.kind)
    said = {name: getattr(answer, name).strip() if name in SAID[kind] else "" for name in _WORDS}
    request.answer_kind = kind
    request.ground, request.answer_way, request.earlier = said["ground"], said["way"], said["earlier"]
    # What is provided whole has no reason for a part.
    request.reason = said["reason"] if said["ground"] or kind != AnswerKind.PROVIDED else ""
    request.public_interest = said["public_interest"] if _discloses_against(request, kind, answer) else ""
    count(request)
