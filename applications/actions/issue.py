"""Making the certificate (行政许可法 Art. 39, 44): a licence row with its numbers, and the paper to print."""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.charging import check_paid
from applications.actions.licensing import make_licence
from applications.actions.locking import locked_handling
from applications.actions.stepping import require
from applications.models import Licence
from applications.rules import may_issue
from hall.accounts.models import User
from hall.errors import NotAllowed


def issue(uid: UUID, user: User, *, seen: int) -> Licence:
    """Issue the licence of a granted case."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_issue(user, handling):
            raise NotAllowed(_("只有承办部门的制证送达人员可以制证。"))
        require(handling, "issue")
        check_paid(handling.application, "issue")
        return make_licence(handling, handling.decision, by=user)
