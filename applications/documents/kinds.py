"""The kinds of paper, their numbering word 字, seal and default disclosure attribute.

政府信息公开条例 Art. 15, 16 and 行政许可法 Art. 40: a grant is published, a refusal is given on request,
materials and papers of the process are withheld with a stated ground.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    APPLICATION = "D-01", _("行政许可申请书")
    RECEIPT = "D-02", _("申请材料接收凭证")
    ACCEPTANCE = "D-03", _("受理通知书")
    NOT_REQUIRED = "D-04a", _("不受理告知书")
    NOT_COMPETENT = "D-04b", _("不予受理决定书")
    LAPSED = "D-04c", _("补正不来办结告知书")
    CORRECTION = "D-05", _("补正材料一次性告知书")
    TOLERANCE = "D-06a", _("容缺受理通知书")
    COMMITMENT = "D-06b", _("告知承诺书")
    RECTIFY = "D-06c", _("责令限期整改通知书")
    EXTENSION = "D-07", _("延期办理告知书")
    INSPECTION = "D-08", _("核查（勘验）笔录")
    # Not in the list of domain.md §2.3: the record of an inspection after the grant (Art. 61).
    LICENCE_INSPECTION = "D-08b", _("监督检查记录")
    PARTIES_TOLD = "D-09a", _("利害关系人告知书")
    STATEMENT = "D-09b", _("陈述申辩笔录")
    SUSPENSION = "D-10", _("特别程序告知书")
    GRANT = "D-11", _("准予行政许可决定书")
    DENIAL = "D-12", _("不予行政许可决定书")
    LICENCE = "D-13", _("行政许可证件")
    SERVICE_RECORD = "D-14", _("送达回证")
    WITHDRAWAL = "D-15", _("撤回申请确认书")
    # Not in the list of domain.md §2.3: beside D-15, what ends without decision by the agency's deed.
    TERMINATION = "D-15b", _("终止办理告知书")
    REVOCATION = "D-16", _("撤销行政许可决定书")
    LICENCE_WITHDRAWN = "D-17", _("撤回（变更）行政许可决定书")
    HEARING_PUBLIC = "D-18", _("听证公告")
    HEARING_RIGHT = "D-19", _("听证权利告知书")
    HEARING_NOTICE = "D-20a", _("听证通知书")
    HEARING_REFUSED = "D-20b", _("不予听证通知书")
    HEARING_RECORD = "D-21", _("听证笔录")
    CANCELLATION = "D-22", _("注销行政许可决定书")
    PRELIMINARY_OPINION = "D-23", _("初步审查意见书")
    CHANGE = "D-24", _("变更行政许可决定书")
    RENEWAL = "D-25", _("延续行政许可决定书")
    PUBLIC_DECISION = "D-26", _("行政许可决定公开书")
    SUPERVISION = "D-27", _("监督文书")
    INTERNAL_SHEET = "D-28", _("内部审批表")


class Attribute(models.TextChoices):
    ACTIVE = "1", _("主动公开")
    ON_REQUEST = "2", _("依申请公开")
    NONE = "3", _("不予公开")


class Ground(models.TextChoices):
    """Why a paper is withheld; Art. 14, 15 and 16 of the disclosure regulation."""

    STATE_SECRET = "STATE_SECRET", _("国家秘密")
    LAW_FORBIDS = "LAW_FORBIDS", _("法律、行政法规禁止公开")
    SECURITY_STABILITY = "SECURITY_STABILITY", _("可能危及国家安全、公共安全、经济安全、社会稳定")
    TRADE_SECRET = "TRADE_SECRET", _("商业秘密")
    PRIVACY = "PRIVACY", _("个人隐私")
    INTERNAL = "INTERNAL", _("行政机关内部事务信息")
    CASE_FILE = "CASE_FILE", _("行政执法案卷及过程性信息")


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The attribute fixed while a paper is drafted; withholding needs a ground."""

    attribute: Attribute
    ground: Ground | None = None

    def __post_init__(self) -> None:
        if (self.attribute == Attribute.NONE) != bool(self.ground):
            raise ValueError("a ground belongs to a withheld paper, and only to it")

    @property
    def words(self) -> str:
        return f"{self.attribute.label}（{self.ground.label}）" if self.ground else str(self.attribute.label)


_ACTIVE = Disclosure(Attribute.ACTIVE)
_ON_REQUEST = Disclosure(Attribute.ON_REQUEST)
_PROCESS = Disclosure(Attribute.NONE, Ground.CASE_FILE)
_INTERNAL = Disclosure(Attribute.NONE, Ground.INTERNAL)
_PRIVATE = Disclosure(Attribute.NONE, Ground.PRIVACY)


@dataclass(frozen=True, slots=True)
class Manner:
    """``word`` stands in the number before 字.

    ``seal`` is the line inside the seal: empty for the organ's own seal, None where no organ speaks.
    ``told`` is whether the paper is served by appearing in the applicant's space as soon as it is signed; what is
    served by a deed of its own, stays inside the authority or is made for others is not.
    """

    word: str
    disclosure: Disclosure
    seal: str | None = "行政许可专用章"
    told: bool = False


# In which the decision on a case is told: one of them for each case.
DECISIONS = (Kind.GRANT, Kind.DENIAL, Kind.CHANGE, Kind.RENEWAL)
MANNERS = {
    Kind.APPLICATION: Manner("申", _PRIVATE, seal=None),
    Kind.RECEIPT: Manner("收", _PROCESS, told=True),
    Kind.ACCEPTANCE: Manner("受", _PROCESS, told=True),
    Kind.NOT_REQUIRED: Manner("不受告", _ON_REQUEST, told=True),
    Kind.NOT_COMPETENT: Manner("不受", _ON_REQUEST, told=True),
    Kind.LAPSED: Manner("补结", _ON_REQUEST, told=True),
    Kind.CORRECTION: Manner("补", _PROCESS, told=True),
    Kind.TOLERANCE: Manner("容", _PROCESS, told=True),
    Kind.COMMITMENT: Manner("诺", _PROCESS),
    Kind.RECTIFY: Manner("改", _PROCESS, seal="", told=True),
    Kind.EXTENSION: Manner("延", _PROCESS, told=True),
    Kind.INSPECTION: Manner("核", _PROCESS, seal=None),
    Kind.LICENCE_INSPECTION: Manner("检", _PROCESS, seal=None),
    Kind.PARTIES_TOLD: Manner("利告", _PROCESS),
    Kind.STATEMENT: Manner("陈", _PROCESS, seal=None),
    Kind.SUSPENSION: Manner("特", _PROCESS, told=True),
    Kind.GRANT: Manner("准", _ACTIVE),
    Kind.DENIAL: Manner("不准", _ON_REQUEST),
    Kind.LICENCE: Manner("证", _ACTIVE, seal=""),
    Kind.SERVICE_RECORD: Manner("送", _PROCESS),
    Kind.TERMINATION: Manner("终", _PROCESS, told=True),
    Kind.WITHDRAWAL: Manner("撤申", _PROCESS, told=True),
    Kind.REVOCATION: Manner("撤", _ACTIVE, seal=""),
    Kind.LICENCE_WITHDRAWN: Manner("撤回", _ACTIVE, seal=""),
    Kind.HEARING_PUBLIC: Manner("听公", _ACTIVE),
    Kind.HEARING_RIGHT: Manner("听告", _PROCESS, told=True),
    Kind.HEARING_NOTICE: Manner("听通", _PROCESS, told=True),
    Kind.HEARING_REFUSED: Manner("不听", _PROCESS, told=True),
    Kind.HEARING_RECORD: Manner("听笔", _PROCESS, seal=None),
    Kind.CANCELLATION: Manner("注", _ACTIVE, seal=""),
    Kind.PRELIMINARY_OPINION: Manner("初", _PROCESS),
    Kind.CHANGE: Manner("变", _ACTIVE),
    Kind.RENEWAL: Manner("续", _ACTIVE),
    Kind.PUBLIC_DECISION: Manner("公", _ACTIVE),
    Kind.SUPERVISION: Manner("监", _INTERNAL),
    Kind.INTERNAL_SHEET: Manner("审", _INTERNAL, seal=None),
}


def default_disclosure(kind: Kind) -> Disclosure:
    """What the drafter is offered; the signer may decide otherwise."""
    return MANNERS[kind].disclosure
