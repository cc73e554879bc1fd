"""The order of every deed on a request: lock the row, settle what fell due, ask the rule, move, record, announce."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django_fsm import TransitionNotAllowed

from hall.accounts.models import User
from hall.errors import NotFound, WrongState
from hall.events.announcements import label_of
from hall.events.chronicle import events_about
from tracking.requests.actions.settle import settle
from tracking.requests.models import InfoRequest
from tracking.requests.offers import barred


@contextmanager
def locked(uid: UUID, *, seen: int) -> Iterator[InfoRequest]:
    """``seen`` is the version that the person looked at; when somebody or the law was quicker, it is refused."""
    with transaction.atomic():
        held = InfoRequest.objects.select_for_update(of=("self",)).select_related("hall", "department", "applicant")
        request = held.filter(uid=uid).first()
        if request is None:
            raise NotFound(_("没有找到这件申请。"))
        settle(request)
        if seen != request.version:
            raise _moved_on(request, seen)
        try:
            yield request
        except TransitionNotAllowed:
            raise _moved_on(request, request.version - 1) from None


def refuse_barred(deed: str, user: User, request: InfoRequest) -> None:
    """Raises what bars this person from this deed, if anything does."""
    if told := barred(deed, user, request):
        raise told


def _moved_on(request: InfoRequest, seen: int) -> WrongState:
    message = _("这件申请现在的状态是“%(state)s”，这一步已经不能办理。请查看最新情况后再操作。")
    since = events_about(request.uid).filter(version__gt=seen)
    state = {"state": request.get_state_display()}
    return WrongState(message % state, happened=[label_of(event.kind) for event in since])
