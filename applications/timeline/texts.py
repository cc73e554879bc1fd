"""What the timeline says under a fact beyond its label, and whose deed it was. Nothing personal is told."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from applications.events import (
    Accepted,
    AgentAppointed,
    ApplicationWithdrawn,
    AvoidanceAsked,
    BarSet,
    ConsentAsked,
    CorrectedOnSpot,
    CorrectionAsked,
    CorrectionReminded,
    CorrectionSupplied,
    Decided,
    DecisionDrafted,
    ExhibitAdded,
    Extended,
    ExtensionDeclined,
    ExtensionProposed,
    FalsePromise,
    FeeCharged,
    FeePaid,
    FeeReduced,
    HearingPostponed,
    HearingRequested,
    HearingRightTold,
    HearingScheduled,
    HearingWaived,
    InquiryAnswered,
    InquiryAsked,
    JointOpened,
    JointUrged,
    Lapsed,
    MadeUp,
    MakeUpReminded,
    ObjectionJudged,
    OpinionAsked,
    OverrunExplained,
    PaymentOrdered,
    PersonAsked,
    PresiderChallenged,
    PromiseRectified,
    PublicationConsented,
    PublicationObjected,
    Received,
    Resumed,
    ReturnedDown,
    Reviewed,
    RuleBroken,
    StatementMade,
    StatementWaived,
    Suspended,
    SuspensionDeclined,
    SuspensionProposed,
    Terminated,
    Transferred,
    Voided,
    WideningAnswered,
    WideningAsked,
)
from applications.lifecycle import AcceptanceMode
from applications.models import Application, EndingGround, SuspensionKind
from applications.models.commitment import Measure
from applications.models.consultation import Outcome
from hall.catalogue.spec import said
from hall.clock import local_date
from hall.events.announcements import kind_of
from hall.workdays.wording import whole_day


def _received(application: Application, payload: dict[str, Any]) -> str:
    return _("系统已收到申请并出具接收凭证。")


def _asked(application: Application, payload: dict[str, Any]) -> str:
    return _("请在%(due)s前一次性补正。") % {"due": whole_day(date.fromisoformat(payload["due"]))}


def _supplied(application: Application, payload: dict[str, Any]) -> str:
    return "" if payload.get("whole", True) else _("部分内容说明了不能提供的原因。")


def _reminded_to_correct(application: Application, payload: dict[str, Any]) -> str:
    return _("补正期限已过%(share)d%%，请尽快补正。") % {"share": payload["share"]}


def _lapsed(application: Application, payload: dict[str, Any]) -> str:
    return _("期限届满没有收到补正，依法办结，可以重新申请。")


def _inquired(application: Application, payload: dict[str, Any]) -> str:
    return _("请在%(due)s前用文字答复，不需要提交材料。") % {"due": whole_day(date.fromisoformat(payload["due"]))}


def _barred(application: Application, payload: dict[str, Any]) -> str:
    return _("在%(until)s以前不得再次申请本事项。") % {"until": whole_day(date.fromisoformat(payload["until"]))}


def _accepted(application: Application, payload: dict[str, Any]) -> str:
    words = {"on": whole_day(date.fromisoformat(payload["on"]))}
    if payload["mode"] == AcceptanceMode.DEEMED:
        return _("受理机关在期限内没有告知，依法自%(on)s起即为受理（《行政许可法》第三十二条）。") % words
    if payload["mode"] == AcceptanceMode.TOLERANT:
        return _("自%(on)s起容缺受理，请按容缺受理通知书补交材料。办理期限从次日起计算。") % words
    if payload["mode"] == AcceptanceMode.COMMITTED:
        return _("自%(on)s起按告知承诺受理，办理期限从次日起计算。") % words
    return _("自%(on)s起受理，办理期限从次日起计算。") % words


def _reviewed(application: Application, payload: dict[str, Any]) -> str:
    title = next((said(one.title) for one in application.spec.steps if one.name == payload["step"]), "")
    return _("已完成：%(step)s。") % {"step": title}


def _decided(application: Application, payload: dict[str, Any]) -> str:
    return _("决定：准予行政许可。") if payload["granted"] else _("决定：不予行政许可。")


def _overrun(application: Application, payload: dict[str, Any]) -> str:
    return application.overrun_reason


def _withdrawn(application: Application, payload: dict[str, Any]) -> str:
    return _("本办件按申请人的申请终止办理，可以重新申请。")


def _terminated(application: Application, payload: dict[str, Any]) -> str:
    return _("原因：%(ground)s。") % {"ground": EndingGround(payload["ground"]).label}


def _voided(application: Application, payload: dict[str, Any]) -> str:
    return _("因技术性错误作废，办件编号和记录保留，已出具的文书失效。")


def _returned(application: Application, payload: dict[str, Any]) -> str:
    return _("由下级机关补充审查后再次转报，不需要您补交材料，承诺期限继续计算。")


def _joint(application: Application, payload: dict[str, Any]) -> str:
    return _("%(count)d个联办部门同时开始审查，意见交牵头部门统一作出决定。") % {"count": len(payload["handlings"])}


def _asked_others(application: Application, payload: dict[str, Any]) -> str:
    return _("征求意见期间不停止计算期限。")


def _transferred(application: Application, payload: dict[str, Any]) -> str:
    return _("办件编号不变，您不需要重新申请。原因见“移送”。")


def _consent_asked(application: Application, payload: dict[str, Any]) -> str:
    return _("请在%(due)s前查看“将要公开的内容”，同意或者提出异议。") % {
        "due": whole_day(date.fromisoformat(payload["due"]))
    }


def _objection_judged(application: Application, payload: dict[str, Any]) -> str:
    return _("结果：%(outcome)s。理由见本页“征求意见和异议”。") % {"outcome": Outcome(payload["outcome"]).label}


def _suspended(application: Application, payload: dict[str, Any]) -> str:
    words = {
        "kind": SuspensionKind(payload["kind"]).label,
        "on": whole_day(date.fromisoformat(payload["on"])),
        "expected": whole_day(date.fromisoformat(payload["expected"])),
    }
    return _("%(kind)s：自%(on)s起暂停计时，预计%(expected)s前结束，已书面告知。") % words


def _resumed(application: Application, payload: dict[str, Any]) -> str:
    words = {"kind": SuspensionKind(payload["kind"]).label, "on": whole_day(date.fromisoformat(payload["on"]))}
    return _("%(kind)s于%(on)s结束，自次日起恢复计时。") % words


def _extended(application: Application, payload: dict[str, Any]) -> str:
    if payload["due"] is None:
        return _("理由已书面告知。")
    return _("法定期限延长到%(due)s，理由已书面告知。") % {"due": whole_day(date.fromisoformat(payload["due"]))}


def _hearing_called(application: Application, payload: dict[str, Any]) -> str:
    starts_at = datetime.fromisoformat(payload["starts_at"])
    return _("定于%(day)s举行听证。") % {"day": whole_day(local_date(starts_at))}


def _right_told(application: Application, payload: dict[str, Any]) -> str:
    return _("申请人、利害关系人可以在期限内申请听证，不承担费用（《行政许可法》第四十七条）。")
def _reminded(application: Application, payload: dict[str, Any]) -> str:
    return _("请在%(due)s前补交。") % {"due": whole_day(date.fromisoformat(payload["due"]))}


def _rectified(application: Application, payload: dict[str, Any]) -> str:
    return _("已经整改。") if payload["mended"] else _("没有按期整改，已提出撤销决定的建议。")


def _false(application: Application, payload: dict[str, Any]) -> str:
    return _("处理：%(measure)s。") % {"measure": Measure(payload["measure"]).label}


def _charged(application: Application, payload: dict[str, Any]) -> str:
    return _("应缴%(amount)s元，正在申请缴款单号。") % {"amount": payload["amount"]}


def _ordered(application: Application, payload: dict[str, Any]) -> str:
    return _("请凭缴款单号缴款%(amount)s元。") % {"amount": payload["amount"]}


def _fee_reduced(application: Application, payload: dict[str, Any]) -> str:
    return _("减免后应缴%(amount)s元。") % {"amount": payload["amount"]}


def _fee_paid(application: Application, payload: dict[str, Any]) -> str:
    return _("收缴系统确认缴款%(amount)s元。") % {"amount": payload["amount"]}


TEXTS: dict[str, Callable[[Application, dict[str, Any]], str]] = {
    kind_of(Received): _received,
    kind_of(CorrectionAsked): _asked,
    kind_of(CorrectionSupplied): _supplied,
    kind_of(CorrectionReminded): _reminded_to_correct,
    kind_of(Lapsed): _lapsed,
    kind_of(InquiryAsked): _inquired,
    kind_of(BarSet): _barred,
    kind_of(Accepted): _accepted,
    kind_of(Reviewed): _reviewed,
    kind_of(Decided): _decided,
    kind_of(OverrunExplained): _overrun,
    kind_of(MakeUpReminded): _reminded,
    kind_of(PromiseRectified): _rectified,
    kind_of(FalsePromise): _false,
    kind_of(FeeCharged): _charged,
    kind_of(PaymentOrdered): _ordered,
    kind_of(FeeReduced): _fee_reduced,
    kind_of(FeePaid): _fee_paid,
    kind_of(Suspended): _suspended,
    kind_of(Resumed): _resumed,
    kind_of(Extended): _extended,
    kind_of(ApplicationWithdrawn): _withdrawn,
    kind_of(Terminated): _terminated,
    kind_of(Voided): _voided,
    kind_of(HearingRightTold): _right_told,
    kind_of(HearingScheduled): _hearing_called,
    kind_of(HearingPostponed): _hearing_called,
    kind_of(ReturnedDown): _returned,
    kind_of(JointOpened): _joint,
    kind_of(OpinionAsked): _asked_others,
    kind_of(Transferred): _transferred,
    kind_of(ConsentAsked): _consent_asked,
    kind_of(ObjectionJudged): _objection_judged,
}
# What only the supervision engine and the agencies read.
INSIDE = (
    *(DecisionDrafted, ExhibitAdded, JointUrged, RuleBroken),
    *(WideningAsked, WideningAnswered),
    *(SuspensionProposed, SuspensionDeclined, ExtensionProposed, ExtensionDeclined),
)
UNTOLD = {kind_of(one) for one in INSIDE}
# Also by interested parties, whose word an officer writes down (Art. 47).
BY_EITHER = {kind_of(HearingRequested), kind_of(HearingWaived)}
BY_APPLICANT = {
    kind_of(AgentAppointed),
    kind_of(CorrectedOnSpot),
    kind_of(InquiryAnswered),
    kind_of(Received),
    kind_of(CorrectionSupplied),
    kind_of(ApplicationWithdrawn),
    kind_of(PresiderChallenged),
    kind_of(MadeUp),
    kind_of(PersonAsked),
    kind_of(StatementMade),
    kind_of(StatementWaived),
    kind_of(AvoidanceAsked),
    kind_of(PublicationConsented),
    kind_of(PublicationObjected),
}
