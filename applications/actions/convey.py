"""A licence goes over to somebody else, where a law allows it (行政许可法 Art. 9).

The holder offers it, the new holder confirms with their own account by applying for it, and the agency examines the
new holder. The old licence ends, and the new one names the new holder, in the one deed that makes the certificate.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from applications.actions.licence_drafts import begin_draft
from applications.actions.licence_entries import enter, standing
from applications.actions.licence_locking import locked_licence
from applications.actions.start import throw_away
from applications.actions.telling import LICENCE
from applications.lifecycle import CaseState
from applications.models import Application, Conveyance, ConveyanceEnd, EntryKind, Licence, LicenceState, Purpose
from applications.queries.conveyances import (
    conveyance_of,
    failed,
    is_filed,
    offered_conveyance,
    open_conveyance,
    pending_about,
    terms_today,
)
from applications.queries.licences import my_licence
from hall.accounts.models import Kind, User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.clock import now
from hall.crypto import blind_index
from hall.errors import Invalid, NotAllowed, WrongState
from hall.notifications.actions import notify

_OFFERED = gettext_lazy("%(holder)s拟将《%(name)s》（%(number)s）依法转让给您。同意的，请在“我的证照”中确认并申请。")
_DECLINED = gettext_lazy("%(holder)s谢绝受让《%(name)s》（%(number)s）。")
_DONE = gettext_lazy("您持有的《%(name)s》（%(number)s）已经依法转让给%(holder)s，该证件不再有效。")
_TAKEN_BACK = gettext_lazy("%(holder)s收回了《%(name)s》（%(number)s）的转让。")


def offer_licence(uid: UUID, user: User, *, to_name: str, to_code: str) -> Conveyance:
    """Let somebody take over one's licence; offered again to the same person it is one offer."""
    my_licence(user, uid)
    with locked_licence(uid) as licence:
        check_conveyable(licence)
        name, index = to_name.strip(), blind_index(to_code)
        if index == licence.holder_code_index:
            raise Invalid(_("不能转让给自己。"), fields={"to_code": [_("不能转让给自己。")]})
        if (begun := _running(licence)) is not None:
            if (begun.to_name, begun.to_code_index) == (name, index):
                return begun
            raise WrongState(_("已经提出转让给%(name)s，请先收回。") % {"name": begun.to_name})
        made = Conveyance.objects.create(
            licence=licence, to_name=name, to_code=to_code, to_code_index=index, offered_by=user
        )
        _note("licence.offered", user, licence)
        _tell(_account(made), made, _OFFERED, who=user.name)
        return made


def check_conveyable(licence: Licence) -> None:
    """Art. 9: only where a law allows it, which the item names; and only a licence that is valid."""
    if not terms_today(licence).transferable:
        raise NotAllowed(_("这项行政许可不得转让（《行政许可法》第九条）。"))
    if licence.state != LicenceState.VALID:
        state = licence.get_state_display()
        raise WrongState(_("许可证件现在的状态是“%(state)s”，不能转让。") % {"state": state})
    if pending_about(licence).exists():
        raise WrongState(_("这个许可证件还有未办结的变更、延续或者补办申请，不能转让。"))


def _running(licence: Licence) -> Conveyance | None:
    """The offer that is open; one whose application came to nothing is closed first."""
    known = open_conveyance(licence)
    begun = hold(known.pk) if known else None
    if begun is None or not failed(begun):
        return begun
    _end(begun, ConveyanceEnd.FAILED)
    return None


def take_back(uid: UUID, user: User) -> Conveyance:
    """Until the new holder has applied, the holder may change their mind; ``uid`` is the licence's."""
    my_licence(user, uid)
    with locked_licence(uid) as licence:
        begun = _running(licence)
        if begun is None:
            raise WrongState(_("这个许可证件现在没有提出转让。"))
        if is_filed(begun):
            raise WrongState(_("受让人已经提出申请，不能收回；由发证机关作出决定。"))
        _end(begun, ConveyanceEnd.TAKEN_BACK)
        _note("licence.taken_back", user, licence)
        _tell(_account(begun), begun, _TAKEN_BACK, who=user.name)
        return begun


def decline(uid: UUID, user: User) -> Conveyance:
    """The new holder does not want it; ``uid`` is the offer's."""
    with _offered(uid, user) as (licence, offer):
        if is_filed(offer):
            raise WrongState(_("您已经提出申请；不再受让的，请撤回申请。"))
        _end(offer, ConveyanceEnd.DECLINED)
        _note("licence.declined", user, licence)
        _tell(offer.offered_by, offer, _DECLINED, who=user.name)
        return offer


def confirm(uid: UUID, user: User) -> Application:
    """The new holder agrees, and begins the application by which it is decided; begun before, it is that one."""
    with transaction.atomic():
        _clear_way(offered_conveyance(user, uid).licence)
        with _offered(uid, user) as (licence, offer):
            if offer.application is not None:
                return offer.application
            check_conveyable(licence)
            offer.application = begin_draft(licence, user, Purpose.TRANSFER)
            offer.confirmed_at = now()
            offer.save()
            _note("licence.confirmed", user, licence)
            return offer.application


def _clear_way(licence: Licence) -> None:
    """What was begun on an offer that ended can never be filed, and a licence has room for one draft.

    Before the licence is held, as in filing: the case comes first. An offer is made when no other is open, so all
    that stands in its way has ended already.
    """
    begun = licence.later_applications.select_for_update(of=("self",)).filter(purpose=Purpose.TRANSFER)
    for draft in begun.filter(state=CaseState.DRAFT, conveyance__ended_at__isnull=False):
        throw_away(draft)


@contextmanager
def _offered(uid: UUID, user: User) -> Iterator[tuple[Licence, Conveyance]]:
    """Hold the licence, then its offer as it is under that lock."""
    known = offered_conveyance(user, uid)
    with locked_licence(known.licence.uid) as licence:
        offer = hold(known.pk)
        if offer.ended_at is not None:
            raise WrongState(_("这项转让已经结束：%(how)s。") % {"how": offer.get_ended_as_display()})
        yield licence, offer


def hold(pk: int) -> Conveyance:
    """Locked, with everything beside it read afterwards: whoever waited sees what the other did."""
    return Conveyance.objects.select_for_update().get(pk=pk)


def check_offer_stands(application: Application) -> None:
    """On filing, which holds the case: the holder has not taken it back, and the licence may still go over."""
    known = conveyance_of(application)
    if known is None:
        raise WrongState(_("转让人已经收回转让，不能提出申请。"))
    with locked_licence(known.licence.uid) as licence:
        if hold(known.pk).ended_at is not None:
            raise WrongState(_("转让人已经收回转让，不能提出申请。"))
        check_conveyable(licence)


def hand_over(old: Licence, new: Licence, *, by: User | None) -> None:
    """The old licence ends on the day on which the new one is made; its place and its term go over."""
    before = standing(old)
    old.convey()
    with override("zh-hans"):
        words = {"name": new.holder_name, "number": new.number}
        enter(old, EntryKind.TRANSFERRED, before, by=by, reason=_("依法转让给%(name)s，换发%(number)s。") % words)
        offer = Conveyance.objects.select_for_update().get(licence=old, ended_at=None)
        _end(offer, ConveyanceEnd.DONE)
        _tell(offer.offered_by, offer, _DONE, who=new.holder_name)


def _end(offer: Conveyance, how: ConveyanceEnd) -> None:
    offer.ended_at, offer.ended_as = now(), how
    offer.save(update_fields=["ended_at", "ended_as"])


def _account(offer: Conveyance) -> User | None:
    """Whoever has the number and the name; one without an account finds the offer when they open one."""
    found = User.objects.filter(Q(id_number_index=offer.to_code_index) | Q(uscc=offer.to_code), name=offer.to_name)
    return found.exclude(kind=Kind.STAFF).first()


def _note(action: str, user: User, licence: Licence) -> None:
    record(action, actor=actor_of(user), hall_code=licence.hall.code, subject_uid=licence.uid)


def _tell(recipient: User | None, offer: Conveyance, text: Any, *, who: str) -> None:
    if recipient is None:
        return
    licence = offer.licence
    with override("zh-hans"):
        words = {"holder": who, "name": licence.name, "number": licence.number}
        key = f"conveyance:{offer.uid}:{offer.ended_as or 'offered'}"
        notify(recipient, LICENCE, str(text) % words, key=key, hall=licence.hall, route="apply:licences")
