"""Making up 容缺后补: a tolerated material comes after acceptance, with its own receipt (D-02).

Late is better than never: until the decision it may still come; what lateness costs was told once (D-06a).
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.clocks import rebuild_dues
from applications.actions.locking import locked
from applications.actions.materials import keep_file
from applications.actions.paperwork import case_facts, draft
from applications.documents.builders import Receipt
from applications.documents.facts import HandedIn
from applications.events import MadeUp
from applications.models import Application, Handling, Material, Tolerance
from applications.queries.mine import holder_of
from applications.queries.promises import may_come
from applications.rules import owns
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import NotFound, WrongState


def make_up(uid: UUID, user: User, *, seen: int, key: str, upload: Any) -> Material:
    """Take one tolerated material. Raises Invalid or TooLarge for a wrong file, WrongState when none is awaited."""
    file = keep_file(uid, user, key, upload)
    with locked(uid, seen=seen) as application:
        if not owns(user, application):
            raise NotFound(_("没有找到这个办件。"))
        tolerance = next((one for one in may_come(application) if one.key == key), None)
        handling = holder_of(application)
        if tolerance is None or handling is None:
            raise WrongState(_("这份材料现在不需要补交。"))
        handling.application = application
        material = Material.objects.create(application=application, key=key, name=tolerance.name, file=file)
        _done(application, handling, tolerance, material, user)
        return material


def _done(
    application: Application, handling: Handling, tolerance: Tolerance, material: Material, user: User
) -> None:
    tolerance.made_up_at = now()
    tolerance.save()
    rebuild_dues(application, handling)
    facts = replace(case_facts(handling), materials=(HandedIn(name=material.name, received_at=now()),))
    draft(Receipt(facts, received_at=now(), made_up=True), handling, officer=None)
    announce(application, MadeUp(material=material.uid), by=user)
