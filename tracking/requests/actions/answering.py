"""The answer, one of seven: drafted by one, checked by another, told with its paper (条例 Art. 17, 32-37)."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from applications.documents.kinds import Ground
from applications.queries.case_facts import organ_of
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.clock import now
from hall.errors import Incomplete, Invalid, WrongState
from hall.review.actions import open_review, pass_review, refuse_review, resolve_finding
from hall.review.models import Review
from hall.review.queries import latest_of
from tracking.requests import wording
from tracking.requests.actions.handle import refuse
from tracking.requests.actions.locking import locked
from tracking.requests.actions.papers import draft as draft_paper
from tracking.requests.actions.telling import count, tell
from tracking.requests.events import AnswerDrafted, AnswerReturned, RequestAnswered
from tracking.requests.kinds import GROUNDED, NEEDED, AnswerKind, Opinion, PaperKind
from tracking.requests.lifecycle import RequestState
from tracking.requests.models import InfoRequest
from tracking.requests.rules import checking_bar, handling_bar

# The kind under which reviews of answers are kept.
KIND = "information_request"


@dataclass(frozen=True, slots=True)
class Answer:
    """``way`` is what is provided, or how, where and when to get it; ``earlier`` the number of what was answered."""

    kind: str
    ground: str = ""
    reason: str = ""
    way: str = ""
    earlier: str = ""
    public_interest: str = ""


def send_to_check(uid: UUID, user: User, *, seen: int, answer: Answer) -> InfoRequest:
    """Draft the answer and hand it to a second pair of eyes."""
    with locked(uid, seen=seen) as request:
        refuse(handling_bar(user, request))
        request.send_to_check()
        if request.third_parties.filter(ended_on=None).exists():
            raise WrongState(_("正在征求第三方意见，收到意见或者期满后才能答复。"))
        _check(request, answer)
        _take(request, answer)
        request.drafter_uid, request.drafter_name = user.uid, user.name
        # What cannot be told must be found out now, while the deed can still be refused.
        wording.answer(request, organ_of(request.department))
        open_review(
            KIND,
            subject_uid=request.uid,
            hall_code=request.hall.code,
            drafter=actor_of(user),
            texts=request.texts(),
        )
        announce(request, AnswerDrafted(answer=answer.kind), by=user)
        return request


def send_back(uid: UUID, user: User, *, seen: int, remark: str) -> InfoRequest:
    with locked(uid, seen=seen) as request:
        refuse(checking_bar(user, request))
        request.send_back()
        refuse_review(review_of(request), actor_of(user), remark)
        announce(request, AnswerReturned(), by=user)
        return request


def answer(
    uid: UUID, user: User, *, seen: int, remark: str = "", resolutions: Mapping[int, str] | None = None
) -> InfoRequest:
    """Pass the review and answer, at once and together; ``resolutions`` says of each finding why it may stay."""
    with locked(uid, seen=seen) as request:
        refuse(checking_bar(user, request))
        request.answer(at=now())
        review = _resolved(review_of(request), user, resolutions or {})
        pass_review(review, actor_of(user), remark, texts=request.texts())
        announce(request, RequestAnswered(answer=request.answer_kind, ground=request.ground), by=user)
        tell(request, "answered")
        _papers(request)
        return request


def review_of(request: InfoRequest) -> Review:
    review = latest_of(KIND, request.uid)
    assert review is not None, "an answer that is checked has its review"
    return review


def _papers(request: InfoRequest) -> None:
    parties = list(request.third_parties.all())
    sentences = wording.answer(request, organ_of(request.department))
    sentences.insert(1, wording.stops_in_words(parties))
    draft_paper(request, PaperKind.ANSWER, sentences, officer=request.drafter_name)
    for party in parties:
        if party.opinion == Opinion.REFUSE and request.public_interest:
            told = wording.told_third_party(request, party)
            draft_paper(request, PaperKind.OVERRIDE, told, addressee=party.name, officer=request.drafter_name)


def _check(request: InfoRequest, answer: Answer) -> None:
    if answer.kind not in AnswerKind.values:
        raise Incomplete(_("请选择答复类型。"), fields={"kind": [_("请选择。")]})
    kind = AnswerKind(answer.kind)
    missing = {name: [_("这种答复必须填写。")] for name in NEEDED[kind] if not getattr(answer, name).strip()}
    missing |= _ground_missing(kind, answer)
    if _overrides(request, kind, answer) and not answer.public_interest.strip():
        missing["public_interest"] = [_("第三方不同意公开的，说明不公开会怎样重大影响公共利益，或者不予公开。")]
    if missing:
        raise Incomplete(_("答复还不完整。"), fields=missing)
    if kind == AnswerKind.REPEATED:
        _earlier(request, answer.earlier.strip())


def _ground_missing(kind: AnswerKind, answer: Answer) -> dict[str, list[str]]:
    if answer.ground and (kind not in GROUNDED or answer.ground not in Ground.values):
        return {"ground": [_("这种答复没有不予公开的理由。")]}
    if kind == AnswerKind.PROVIDED and answer.ground and not answer.reason.strip():
        return {"reason": [_("部分不予公开的，说明理由。")]}
    return {}


def _overrides(request: InfoRequest, kind: AnswerKind, answer: Answer) -> bool:
    """Whether all of it is disclosed although a third party did not agree; a part may be left out instead."""
    refused = request.third_parties.filter(opinion=Opinion.REFUSE).exists()
    return refused and kind == AnswerKind.PROVIDED and not answer.ground


def _earlier(request: InfoRequest, number: str) -> None:
    """条例 Art. 36 (6): the same applicant was answered by this organ before."""
    same = InfoRequest.objects.filter(applicant=request.applicant, department=request.department)
    if not same.filter(number=number, state=RequestState.ANSWERED).exclude(pk=request.pk).exists():
        problem = _("没有找到本机关对同一申请人已经答复的这件申请。")
        raise Invalid(problem, fields={"earlier": [problem]})


def _take(request: InfoRequest, answer: Answer) -> None:
    """Only what this kind of answer says is kept of the form."""
    kind = AnswerKind(answer.kind)
    request.answer_kind = kind
    request.ground = answer.ground if kind in GROUNDED else ""
    request.reason, request.answer_way = answer.reason.strip(), answer.way.strip()
    request.earlier = answer.earlier.strip() if kind == AnswerKind.REPEATED else ""
    request.public_interest = answer.public_interest.strip() if _overrides(request, kind, answer) else ""
    count(request)


def _resolved(review: Review, user: User, resolutions: Mapping[int, str]) -> Review:
    """The review with a word to each finding of the sweep."""
    silent = [place for place, _found in enumerate(review.findings) if not resolutions.get(place, "").strip()]
    if silent:
        asked = _("请说明这一处为什么可以答复申请人，或者退回修改。")
        raise Incomplete(
            _("自动筛查发现的每一处都要先处理：退回修改，或者说明可以公开的理由。"),
            fields={f"finding_{place}": [asked] for place in silent},
        )
    for place in range(len(review.findings)):
        review = resolve_finding(review, place, actor_of(user), resolutions[place])
    return review
