"""The order of every deed on a complaint: lock the row, ask the rule, move, record, announce."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django_fsm import TransitionNotAllowed

from complaints.grievances.actions.tell_late import tell_late
from complaints.grievances.history import last_sentence
from complaints.grievances.models import Grievance
from hall.errors import NotFound, WrongState


@contextmanager
def locked(uid: UUID) -> Iterator[Grievance]:
    """Raises NotFound when there is none, WrongState when somebody was quicker."""
    with transaction.atomic():
        held = Grievance.objects.select_for_update(of=("self",)).select_related("hall").filter(uid=uid).first()
        if held is None:
            raise NotFound(_("没有找到这件建议投诉。"))
        tell_late(held)
        try:
            yield held
        except TransitionNotAllowed:
            raise WrongState(
                _("这件建议投诉现在是“%(state)s”，这一步已经不能办理。") % {"state": held.get_state_display()},
                happened=[last_sentence(held)],
            ) from None
