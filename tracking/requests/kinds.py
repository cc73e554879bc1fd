"""The seven answers of 政府信息公开条例 Art. 36, what each must say, and the papers of a request. Pure."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AnswerKind(models.TextChoices):
    """In the order of 条例 Art. 36. What is provided without one part (条例 Art. 37) names the ground of that part."""

    PUBLIC = "public", _("已经主动公开，告知获取方式")
    PROVIDED = "provided", _("予以公开（含部分公开）")
    WITHHELD = "withheld", _("不予公开")
    NONEXISTENT = "nonexistent", _("政府信息不存在")
    NOT_OURS = "not_ours", _("不属于本机关负责公开")
    REPEATED = "repeated", _("重复申请，不予重复处理")
    SPECIAL = "special", _("依照有关法律、行政法规的特别规定办理")


# What each of them cannot be given without.
NEEDED = {
    AnswerKind.PUBLIC: ("way",),
    AnswerKind.PROVIDED: ("way",),
    AnswerKind.WITHHELD: ("ground", "reason"),
    AnswerKind.NONEXISTENT: ("reason",),
    AnswerKind.NOT_OURS: ("reason",),
    AnswerKind.REPEATED: ("earlier",),
    AnswerKind.SPECIAL: ("reason", "way"),
}
# What each of them says; nothing else that was written is kept, so that what is withheld is told nowhere.
SAID = {
    AnswerKind.PUBLIC: {"way"},
    AnswerKind.PROVIDED: {"way", "ground", "reason", "public_interest"},
    AnswerKind.WITHHELD: {"ground", "reason"},
    AnswerKind.NONEXISTENT: {"reason"},
    AnswerKind.NOT_OURS: {"reason", "way"},
    AnswerKind.REPEATED: {"earlier"},
    AnswerKind.SPECIAL: {"reason", "way"},
}
# The kind under which reviews of answers are kept.
REVIEW = "information_request"


class Form(models.TextChoices):
    """条例 Art. 29, 40: in which form the applicant wants it."""

    ELECTRONIC = "electronic", _("电子文档")
    PAPER = "paper", _("纸质文件")
    INSPECT = "inspect", _("查阅、抄录")


class Way(models.TextChoices):
    """条例 Art. 29: by which way it is obtained."""

    ONLINE = "online", _("在本大厅网上获取")
    POST = "post", _("邮寄")
    PICK_UP = "pick_up", _("当面领取")


class Opinion(models.TextChoices):
    """What came of it (条例 Art. 32): a third party's silence leaves it to the organ, an organ's agrees (Art. 34).

    Nobody said TAKEN_BACK: whoever asked could not reach them, or should not have asked.
    """

    CONSENT = "consent", _("同意公开")
    REFUSE = "refuse", _("不同意公开")
    SILENT = "silent", _("逾期未提出意见")
    TAKEN_BACK = "taken_back", _("征求已撤回")


class PaperKind(models.TextChoices):
    RECEIPT = "receipt", _("政府信息公开申请登记回执")
    SUPPLEMENT = "supplement", _("政府信息公开申请补正告知书")
    EXTENSION = "extension", _("政府信息公开申请延期答复告知书")
    REASONS = "reasons", _("政府信息公开申请说明理由通知书")
    UNHANDLED = "unhandled", _("政府信息公开申请不予处理告知书")
    DELAY = "delay", _("政府信息公开申请延迟答复告知书")
    CONSULTATION = "consultation", _("政府信息公开征求第三方意见书")
    ORGANS = "organs", _("政府信息公开征求共同制作机关意见书")
    TAKEN_BACK = "taken_back", _("政府信息公开撤回征求意见告知书")
    OVERRIDE = "override", _("公开政府信息告知第三方书")
    GIVEN = "given", _("政府信息依同意公开告知书")
    ANSWER = "answer", _("政府信息公开申请答复书")


# The word of the number before 字, as 渝中卫健公开答字〔2026〕第000001号.
WORDS = {
    PaperKind.RECEIPT: "收",
    PaperKind.SUPPLEMENT: "补",
    PaperKind.EXTENSION: "延",
    PaperKind.REASONS: "理",
    PaperKind.UNHANDLED: "不处",
    PaperKind.DELAY: "迟",
    PaperKind.CONSULTATION: "征",
    PaperKind.ORGANS: "机征",
    PaperKind.TAKEN_BACK: "撤征",
    PaperKind.OVERRIDE: "三告",
    PaperKind.GIVEN: "同告",
    PaperKind.ANSWER: "答",
}
# Addressed to somebody else than the applicant.
FOR_OTHERS = (PaperKind.CONSULTATION, PaperKind.ORGANS, PaperKind.TAKEN_BACK, PaperKind.OVERRIDE, PaperKind.GIVEN)
