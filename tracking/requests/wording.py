"""What each paper of a request says, sentence by sentence (政府信息公开条例 Art. 30-37). Pure but for the rows.

A paper's words are settled when it is drafted and kept; refuses when a remedy that the law wants told cannot be told.
"""

from collections.abc import Sequence
from datetime import date

from applications.documents.facts import Organ
from applications.documents.kinds import Ground
from applications.documents.remedies import Way, remedies
from hall.workdays.wording import whole_day
from tracking.requests.kinds import AnswerKind
from tracking.requests.models import InfoRequest, ThirdParty

LAW = "《中华人民共和国政府信息公开条例》"


def receipt(request: InfoRequest, due: date) -> list[str]:
    assert request.received_on
    return [
        f"您（贵单位）{_asked(request)}，本机关于{whole_day(request.received_on)}收到。",
        f"根据{LAW}第三十三条的规定，本机关将于{whole_day(due)}前答复；需要延长答复期限或者征求第三方意见的，另行书面告知。",
    ]


def supplement(request: InfoRequest, until: date) -> list[str]:
    return [
        f"您（贵单位）{_asked(request)}，内容不明确。根据{LAW}第三十条的规定，请一次性补正下列内容：",
        request.supplement_asked,
        f"请于{whole_day(until)}前补正。答复期限自本机关收到补正之日起计算；无正当理由逾期不补正的，视为放弃申请，本机关不再处理。",
    ]


def extension(request: InfoRequest, due: date) -> list[str]:
    return [
        f"您（贵单位）{_asked(request)}，本机关不能在二十个工作日内答复。根据{LAW}第三十三条的规定，"
        f"经本机关政府信息公开工作机构负责人同意，答复期限延长二十个工作日，至{whole_day(due)}。",
        f"延长期限的理由：{request.extension_reason}",
    ]


def reasons(request: InfoRequest, number: int, since: date, until: date) -> list[str]:
    return [
        f"您（贵单位）{_asked(request)}。{whole_day(since)}以来，您（贵单位）已向本机关提出{number}件政府信息公开申请。",
        f"本机关认为申请的数量、频次明显超过合理范围：{request.reasons_asked}",
        f"根据{LAW}第三十五条的规定，请于{whole_day(until)}前在本大厅说明理由。理由不合理的，本机关告知不予处理；"
        "理由合理但是不能在第三十三条规定的期限内答复的，另行告知延迟答复的期限。",
    ]


def unhandled(request: InfoRequest, organ: Organ) -> list[str]:
    assert request.reasons_asked_on
    given = "您（贵单位）说明的理由不合理" if request.reasons_given_on else "您（贵单位）逾期没有说明理由"
    return [
        f"您（贵单位）{_asked(request)}，本机关于{_received(request)}收到，"
        f"并于{whole_day(request.reasons_asked_on)}要求您（贵单位）说明理由。",
        f"{given}：{request.unhandled_reason}",
        f"根据{LAW}第三十五条的规定，告知您（贵单位）本机关不予处理。",
        *remedies(organ, "告知", way=Way.EITHER),
    ]


def delay(request: InfoRequest, due: date) -> list[str]:
    return [
        f"您（贵单位）{_asked(request)}，并说明了理由。本机关认为理由合理，但是不能在{LAW}第三十三条规定的期限内答复。",
        f"根据该条例第三十五条的规定，答复期限延迟{request.delay_days}个工作日，至{whole_day(due)}。",
        f"延迟的理由：{request.delay_reason}",
    ]


def consultation(party: ThirdParty) -> list[str]:
    return [
        "本机关收到政府信息公开申请，所申请公开的下列信息可能涉及您（贵单位）的商业秘密、个人隐私等合法权益：",
        party.question,
        f"根据{LAW}第三十二条的规定，请自收到本征求意见书之日起十五个工作日内书面提出意见："
        "是否同意公开；不同意公开的，请说明理由。逾期未提出意见的，由本机关依照该条例的规定决定是否公开。",
    ]


def organ_consultation(party: ThirdParty) -> list[str]:
    """条例 Art. 34: what several organs made together; no word in time is consent, and the letter says so."""
    return [
        f"本机关收到政府信息公开申请，所申请公开的下列信息由本机关牵头与贵机关共同制作：{party.question}",
        f"根据{LAW}第三十四条的规定，请自收到本征求意见书之日起十五个工作日内提出意见："
        "是否同意公开；不同意公开的，请说明理由和依据。逾期未提出意见的，视为同意公开。",
    ]


def asking_taken_back(party: ThirdParty) -> list[str]:
    """For whoever has the letter in hand: no answer is waited for any more."""
    assert party.served_on
    return [
        f"本机关于{whole_day(party.served_on)}就下列信息向您（贵单位）送达了征求意见书：{party.question}",
        "现撤回该征求意见书，不再征求您（贵单位）的意见，您（贵单位）无须答复。",
    ]


def told_third_party(request: InfoRequest, party: ThirdParty) -> list[str]:
    """条例 Art. 32: disclosed all the same, the content and the reason are told in writing."""
    return [
        "您（贵单位）不同意公开下列政府信息：",
        party.question,
        f"本机关认为不公开可能对公共利益造成重大影响，根据{LAW}第三十二条的规定，决定予以公开。理由：{request.public_interest}",
    ]


def told_agreeing(request: InfoRequest, party: ThirdParty) -> list[str]:
    """Who agreed hears that it is given, and of nobody else who was asked; a part that is left out may be of it."""
    but = "（依法不予公开的部分除外）" if request.ground else ""
    return [
        "您（贵单位）同意公开下列政府信息：",
        party.question,
        f"根据{LAW}第十五条、第三十二条的规定，本机关决定予以公开{but}。",
    ]


def answer(request: InfoRequest, organ: Organ) -> list[str]:
    """The sentences of one of the seven answers, and what the applicant may do against it."""
    told = [f"您（贵单位）{_asked(request)}，本机关于{_received(request)}收到。经审查，现答复如下："]
    told += _SAYING[AnswerKind(request.answer_kind)](request)
    if request.answer_kind == AnswerKind.PROVIDED and not request.ground:
        return told
    return told + remedies(organ, "答复", way=_way(request))


def _way(request: InfoRequest) -> Way:
    """行政复议法 Art. 23: whoever was refused goes to reconsideration first."""
    return Way.RECONSIDERATION_FIRST if request.ground else Way.EITHER


def _asked(request: InfoRequest) -> str:
    return f"申请公开“{request.title}”（申请编号：{request.number}）"


def _received(request: InfoRequest) -> str:
    assert request.received_on
    return whole_day(request.received_on)


def _public(request: InfoRequest) -> list[str]:
    return [f"您申请公开的信息已经主动公开。根据{LAW}第三十六条第（一）项，告知获取方式：{request.answer_way}"]


def _provided(request: InfoRequest) -> list[str]:
    if not request.ground:
        return [f"您申请公开的信息可以公开。根据{LAW}第三十六条第（二）项，{_provision(request)}"]
    return [
        f"您申请公开的信息含有不应当公开的内容，能够作区分处理。根据{LAW}第三十七条，提供可以公开的部分。{_provision(request)}",
        f"不予公开的部分属于“{_ground(request)}”。{request.reason}",
    ]


def _provision(request: InfoRequest) -> str:
    return f"以{request.get_form_display()}形式、{request.get_way_display()}的方式提供：{request.answer_way}"


def _withheld(request: InfoRequest) -> list[str]:
    article = _ARTICLES[Ground(request.ground)]
    return [
        f"您申请公开的信息属于“{_ground(request)}”。根据{LAW}{article}、第三十六条第（三）项，决定不予公开。",
        f"理由：{request.reason}",
    ]


def _nonexistent(request: InfoRequest) -> list[str]:
    law = f"{LAW}第三十六条第（四）项"
    return [f"经检索，没有您申请公开的信息。根据{law}，告知该政府信息不存在。检索情况：{request.reason}"]


def _not_ours(request: InfoRequest) -> list[str]:
    told = [f"您申请公开的信息不属于本机关负责公开。根据{LAW}第三十六条第（五）项，告知理由：{request.reason}"]
    return [*told, f"负责公开的行政机关及联系方式：{request.answer_way}"] if request.answer_way else told


def _repeated(request: InfoRequest) -> list[str]:
    return [
        f"本机关已就您申请公开的相同信息作出答复（申请编号：{request.earlier}）。根据{LAW}第三十六条第（六）项，不予重复处理。"
    ]


def _special(request: InfoRequest) -> list[str]:
    return [
        f"有关法律、行政法规对您申请公开的信息的获取有特别规定：{request.reason}",
        f"根据{LAW}第三十六条第（七）项，请依照该规定办理：{request.answer_way}",
    ]


_SAYING = {
    AnswerKind.PUBLIC: _public,
    AnswerKind.PROVIDED: _provided,
    AnswerKind.WITHHELD: _withheld,
    AnswerKind.NONEXISTENT: _nonexistent,
    AnswerKind.NOT_OURS: _not_ours,
    AnswerKind.REPEATED: _repeated,
    AnswerKind.SPECIAL: _special,
}
_ARTICLES = {
    Ground.STATE_SECRET: "第十四条",
    Ground.LAW_FORBIDS: "第十四条",
    Ground.SECURITY_STABILITY: "第十四条",
    Ground.TRADE_SECRET: "第十五条",
    Ground.PRIVACY: "第十五条",
    Ground.INTERNAL: "第十六条第一款",
    Ground.CASE_FILE: "第十六条第二款",
}


def _ground(request: InfoRequest) -> str:
    return str(Ground(request.ground).label)


def stops_in_words(parties: Sequence[ThirdParty]) -> str:
    """For the answer: which time is not counted (条例 Art. 33)."""
    ended = [one for one in parties if one.served_on and one.ended_on]
    told = [f"{whole_day(one.served_on)}至{whole_day(one.ended_on)}" for one in ended if one.served_on and one.ended_on]
    asked = {("其他机关" if one.made_it else "第三方"): True for one in ended}
    return f"征求{'和'.join(asked)}意见的时间（{'、'.join(told)}）不计入答复期限。" if told else ""
