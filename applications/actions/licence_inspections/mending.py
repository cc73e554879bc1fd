"""Looking whether what had to be mended was (行政许可法 Art. 61, 66): once, in words, by an officer.

What was not mended leads on: the deeds of the licence (suspend, withdraw, revoke) stand on the same page.
"""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from applications.actions.errands import close_errands
from applications.actions.licence_locking import locked_licence
from applications.actions.telling import LICENCE, tell_applicant
from applications.events import MendingChecked
from applications.models import Licence, Mending
from applications.rules import may_inspect_licence
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState

_TOLD = gettext_lazy("您持有的《%(name)s》（%(number)s）限期改正的复查结果：%(result)s。")


def check_mended(uid: UUID, user: User, *, seen: int, inspection: UUID, mended: bool, found: str) -> Mending:
    with locked_licence(uid, seen=seen) as licence:
        if not may_inspect_licence(user, licence):
            raise NotAllowed(_("只有发证机关有执法证号的人员可以复查。"))
        mending = Mending.objects.select_for_update(of=("self",)).select_related("inspection").filter(
            inspection__licence=licence, inspection__uid=inspection
        ).first()
        if mending is None:
            raise NotFound(_("没有找到需要复查的监督检查记录。"))
        if mending.checked_at:
            raise WrongState(_("已经由%(who)s复查。") % {"who": mending.checked_by_name})
        if len(found.strip()) < 4:
            raise Incomplete(_("请写明复查情况。"), fields={"found": [_("请写明具体内容（至少4个字）。")]})
        mending.checked_at, mending.mended, mending.found = now(), mended, found.strip()
        mending.checked_by_uid, mending.checked_by_name = user.uid, user.name
        mending.save()
        close_errands(mending.uid, by=user)
        _tell(licence, mending)
        announce(licence, MendingChecked(inspection=inspection, mended=mended), by=user)
        return mending


def _tell(licence: Licence, mending: Mending) -> None:
    with override("zh-hans"):
        words = {"name": licence.name, "number": licence.number, "result": _result(bool(mending.mended))}
        tell_applicant(licence.application, LICENCE, _TOLD, key=f"mending:{mending.uid}", **words)


def _result(mended: bool) -> str:
    return _("已经改正") if mended else _("没有改正，发证机关将依法处理")
