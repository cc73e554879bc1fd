"""Holding a licence: what has fallen due by itself is settled first, the version looked at is the version moved.

A pending renewal is locked before the licence, as the deeds of cases do, so that the two never wait for each other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django_fsm import TransitionNotAllowed

from applications.actions.licence_settling import settle_licence
from applications.history import happened_since
from applications.models import Application, Licence
from applications.queries.licences import pending_renewals
from hall.errors import NotFound, WrongState


@contextmanager
def locked_licence(uid: UUID, *, seen: int | None = None) -> Iterator[Licence]:
    """Raises NotFound for no such licence, WrongState when it has moved on or the move is not lawful from here."""
    with transaction.atomic():
        licence = hold_licence(uid)
        settle_licence(licence)
        if seen is not None and seen != licence.version:
            raise _moved_on(licence, seen)
        try:
            yield licence
        except TransitionNotAllowed:
            raise _moved_on(licence, seen) from None


def hold_licence(uid: UUID) -> Licence:
    """Lock the cases that may move with it, then the licence."""
    known = Licence.objects.filter(uid=uid).first()
    if known is None:
        raise NotFound(_("没有找到这个许可证件。"))
    list(Application.objects.select_for_update().filter(pk__in=pending_renewals(known)).order_by("pk"))
    held = Licence.objects.select_for_update(of=("self",))
    return held.select_related("issuer__hall", "application__item_version", "application__applicant").get(pk=known.pk)


def _moved_on(licence: Licence, seen: int | None) -> WrongState:
    message = _("许可证件现在的状态是“%(state)s”，或者刚才有人办理过，这一步不能办理。请查看最新情况后再操作。")
    return WrongState(
        message % {"state": licence.get_state_display()},
        happened=happened_since(licence, seen if seen is not None else max(licence.version - 1, 0)),
    )
