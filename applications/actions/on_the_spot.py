"""Deciding on the spot (行政许可法 Art. 34 para. 2; 即办件): complete and in form, accepted and granted in one deed.

The deed is the signer's, offered to them straight from intake: the law lets the agency decide at once, and it is the
signer who holds its power to decide; whoever also sits at the window just holds both posts. Nobody's separation is
lost, because such an item examines nothing in substance: an item with a review step or an inspection is never instant
(``ItemSpec.is_instant``), and there the signer stays another person than the examiner. It writes the same papers as
the long way: acceptance notice D-03, decision D-11, and the certificate D-13 where the item has one.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.admission import admit
from applications.actions.granting import check_content, settle_grant
from applications.actions.licensing import make_licence
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.promises import mode_of
from applications.actions.stepping import require
from applications.models import Decision
from applications.queries.fees import held_up
from applications.queries.hindrances import hindrances
from applications.rules import may_decide_on_the_spot
from hall.accounts.models import User
from hall.clock import today
from hall.errors import Incomplete, NotAllowed


def decide_on_the_spot(uid: UUID, user: User, *, seen: int, content: str, opinion: str) -> Decision:
    """Accept and grant at once. What is not to be granted goes the ordinary way, with its reasons and hearing."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_decide_on_the_spot(user, handling):
            raise NotAllowed(_("只有承办部门的签发人员可以当场办结即办件。"))
        require(handling, "intake")
        check_content(content)
        check_opinion(opinion)
        if owed := list(hindrances(handling, granting=True)):
            raise Incomplete(_("现在还不能作出决定：%(owed)s") % {"owed": _("；").join(owed)})
        admit(handling, on=today(), mode=mode_of(handling.application), by=user)
        decision = settle_grant(handling, content=content, by=user, opinion=opinion)
        if handling.step_kind == "issue" and not held_up(handling.application, "issue"):
            make_licence(handling, decision, by=user)
        return decision
