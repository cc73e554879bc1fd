"""When a licence is struck off 注销 (行政许可法 Art. 70): six grounds, each only where it can be true and is shown.

What expired, was withdrawn or was revoked waits as an errand to be struck off; a holder who died or was dissolved, a
licence taken away as a penalty (吊销) and any other case of the law name the document that proves it.
"""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.actions.errands import close_errands, open_errand
from applications.models import Errand, Licence, LicenceState, Matter
from applications.queries.granting_part import granting_part
from hall.accounts.models import Duty, User
from hall.errors import Incomplete, Invalid

LEAST = 4


class CancellationGround(models.TextChoices):
    """Art. 70 (1) to (6)."""

    EXPIRED = "expired", gettext_lazy("行政许可有效期届满未延续")
    DEATH = "death", gettext_lazy("赋予公民特定资格的行政许可，该公民死亡或者丧失行为能力")
    DISSOLVED = "dissolved", gettext_lazy("法人或者其他组织依法终止")
    TAKEN = "taken", gettext_lazy("行政许可依法被撤销、撤回，或者行政许可证件依法被吊销")
    FORCE_MAJEURE = "force_majeure", gettext_lazy("因不可抗力导致行政许可事项无法实施")
    OTHER = "other", gettext_lazy("法律、法规规定的应当注销行政许可的其他情形")


_TAKEN = (LicenceState.WITHDRAWN, LicenceState.REVOKED)


def check_ground(licence: Licence, ground: CancellationGround, basis: str) -> None:
    """Raises Invalid where the ground cannot be true of this licence, Incomplete where its proof is not named."""
    if told := _untrue(licence, ground):
        raise Invalid(told, fields={"ground": [told]})
    if _needs_basis(licence, ground) and len(basis.strip()) < LEAST:
        raise Incomplete(
            _("请写明注销的依据。"),
            fields={"basis": [_("请写明证明文件或者决定书的名称、文号，或者法律、法规的条文。")]},
        )


def _untrue(licence: Licence, ground: CancellationGround) -> str:
    person = licence.application.applicant_kind == "person"
    if ground == CancellationGround.EXPIRED and licence.state != LicenceState.EXPIRED:
        return _("许可证件的有效期没有届满。")
    if ground == CancellationGround.DEATH and not person:
        return _("持证人不是公民。")
    if ground == CancellationGround.DISSOLVED and person:
        return _("持证人不是法人或者其他组织。")
    return ""


def _needs_basis(licence: Licence, ground: CancellationGround) -> bool:
    """Expiry, withdrawal and revocation are on record here; a penalty, a death or a law is not."""
    if ground == CancellationGround.TAKEN:
        return licence.state not in _TAKEN
    return ground in (CancellationGround.DEATH, CancellationGround.DISSOLVED, CancellationGround.OTHER)


def await_striking_off(licence: Licence) -> None:
    """The law says it shall be struck off: on the desk of the signers until it is."""
    if not Errand.objects.filter(matter=Matter.STRIKE_OFF, subject_uid=licence.uid).exists():
        part = granting_part(licence)
        open_errand(part, Duty.SIGNER, Matter.STRIKE_OFF, licence.uid, department=licence.issuer)


def struck_off(licence: Licence, *, by: User) -> None:
    close_errands(licence.uid, by=by)
