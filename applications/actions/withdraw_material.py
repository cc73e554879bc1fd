"""Taking a file out of circulation (保守国家秘密法 Art. 34): a state secret was uploaded and must not travel further.

The file stays as evidence, nobody can fetch it any more, the act is on record and the applicant sees it.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.events import MaterialWithdrawn
from applications.models import Material
from applications.rules import may_open
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.errors import NotAllowed, NotFound
from hall.files.actions import withdraw


def withdraw_material(uid: UUID, user: User, *, seen: int, material: UUID, reason: str) -> Material:
    """Stop one material of this handling's case; any clerk who works on it may and must."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_open(user, handling):
            raise NotAllowed(_("您不是本办件的承办人员。"))
        check_opinion(reason)
        found = handling.application.materials.select_related("file").filter(uid=material).first()
        if found is None:
            raise NotFound(_("没有找到这份材料。"))
        withdraw(found.file, actor_of(user), reason)
        announce(handling.application, MaterialWithdrawn(), by=user)
        return found
