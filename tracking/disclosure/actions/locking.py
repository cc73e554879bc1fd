"""The order of every deed on a disclosure: lock the row, ask the rule, move, record, announce."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django_fsm import TransitionNotAllowed

from applications.history import sentence
from hall.errors import NotFound, WrongState
from hall.events.models import Event
from tracking.disclosure.actions.tell_late import tell_late
from tracking.disclosure.models import Disclosure


@contextmanager
def locked(uid: UUID, *, seen: int) -> Iterator[Disclosure]:
    """Hold the disclosure; ``seen`` is the version that the person looked at, another one is refused."""
    with transaction.atomic():
        held = Disclosure.objects.select_for_update(of=("self",)).select_related("hall", "department")
        disclosure = held.filter(uid=uid).first()
        if disclosure is None:
            raise NotFound(_("没有找到这份公示。"))
        if seen != disclosure.version:
            raise _moved_on(disclosure, seen)
        # What only the supervision hears of changes nothing of what the person looked at.
        tell_late(disclosure)
        try:
            yield disclosure
        except TransitionNotAllowed:
            raise _moved_on(disclosure, disclosure.version - 1) from None


def _moved_on(disclosure: Disclosure, seen: int) -> WrongState:
    message = _("这份公示现在的状态是“%(state)s”，这一步已经不能办理。请查看最新情况后再操作。")
    since = Event.objects.filter(subject_uid=disclosure.uid, version__gt=seen).order_by("version")
    state = {"state": disclosure.get_state_display()}
    return WrongState(message % state, happened=[sentence(event) for event in since])
