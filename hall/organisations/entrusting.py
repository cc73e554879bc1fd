"""Entrusting an item to another agency (行政许可法 Art. 24): announced beforehand, in the entrusting agency's name."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hall.actor import Actor
from hall.audit.trail import record
from hall.errors import Invalid, WrongState
from hall.organisations.models import Department, Entrustment


def entrust(
    entrusting: Department,
    entrusted: Department,
    *,
    item_code: str,
    item_name: str,
    announced_as: str,
    announced_on: date,
    text: str,
    valid_from: date,
    valid_to: date | None = None,
    actor: Actor | None = None,
) -> Entrustment:
    """Let ``entrusted`` handle the item for new applications from ``valid_from`` on.

    Raises Invalid without an announcement, WrongState for an agency that would entrust itself, what it was entrusted
    with (no sub-entrustment), or an item twice; the database refuses the same.
    """
    missing = {
        name: [_("请填写。")]
        for name, told in (("announced_as", announced_as), ("text", text))
        if not told.strip()
    }
    if missing or announced_on > valid_from:
        raise Invalid(_("委托机关应当将受委托机关和委托内容先行公告。"), fields=missing)
    try:
        with transaction.atomic():
            made = Entrustment.objects.create(
                entrusting=entrusting,
                entrusted=entrusted,
                item_code=item_code,
                item_name=item_name,
                announced_as=announced_as,
                announced_on=announced_on,
                text=text,
                valid_from=valid_from,
                valid_to=valid_to,
            )
            Department.objects.filter(pk=entrusting.pk).update(entrusts=True)
            record("organisations.entrust", actor=actor, hall_code=entrusting.hall.code, subject_uid=made.uid)
    except IntegrityError:
        raise WrongState(_("受委托机关不得再委托；一个事项同一时间只能委托一个机关。")) from None
    return made


@transaction.atomic
def announce_entrustment(
    entrusting: Department,
    entrusted: Department,
    *,
    item_code: str,
    announced_as: str,
    valid_to: date | None,
    **told: Any,
) -> tuple[Entrustment, bool]:
    """The same announcement told again is the same entrustment; another last day ends it earlier or later.

    Says whether anything was written.
    """
    known = Entrustment.objects.select_for_update(of=("self",)).filter(
        entrusting=entrusting, entrusted=entrusted, item_code=item_code, announced_as=announced_as
    ).first()
    if known is None:
        made = entrust(
            entrusting, entrusted, item_code=item_code, announced_as=announced_as, valid_to=valid_to, **told
        )
        return made, True
    if known.valid_to == valid_to:
        return known, False
    changes = {"valid_to": f"{known.valid_to or ''} → {valid_to or ''}"}
    known.valid_to = valid_to
    try:
        with transaction.atomic():
            known.save(update_fields=["valid_to"])
    except IntegrityError:
        raise WrongState(_("委托的期限不能早于开始的日期；一个事项同一时间只能委托一个机关。")) from None
    code = entrusting.hall.code
    record("organisations.entrust", actor=None, hall_code=code, subject_uid=known.uid, changes=changes)
    return known, True
