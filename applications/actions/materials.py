"""Handing in materials: into quarantine first, kept once scanned, never overwritten."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.locking import locked
from applications.actions.stand_ins import drop_stand_ins
from applications.lifecycle import CaseState
from applications.models import Application, Correction, Material
from applications.rules import owns
from hall.accounts.models import User
from hall.catalogue.spec import Material as MaterialSpec
from hall.catalogue.spec import on_record
from hall.clock import now
from hall.errors import NotAllowed, NotFound, WrongState
from hall.files.actions import keep, receive
from hall.files.models import StoredFile

# As file sizes are shown: the limit named in a refusal is the one named in the guide.
MB = 1024 * 1024


def hand_in(uid: UUID, user: User, key: str, upload: Any) -> Material:
    """Take one file for one entry of the item's list, in a draft or as told in an open correction.

    Raises Invalid or TooLarge for a file of the wrong kind or size, NotAllowed for a material nobody asked for.
    """
    return put_in(uid, key, keep_file(uid, user, key, upload))


def put_in(uid: UUID, key: str, file: StoredFile, **told: Any) -> Material:
    """A kept file becomes the material of this entry; ``told`` is where it came from, when not from the applicant."""
    with locked(uid) as held:
        entry = entry_of(held, key)
        round_ = round_for(held, key)
        held.materials.filter(key=key, replaced_at=None, round=round_).update(replaced_at=now())
        if held.state == CaseState.DRAFT:
            drop_stand_ins(held, key)
        return Material.objects.create(
            application=held, key=key, name=on_record(entry.name), file=file, round=round_, **told
        )


def keep_file(uid: UUID, user: User, key: str, upload: Any) -> StoredFile:
    """Judge and keep one file for one entry of the item's list; which case it joins is for the deed to say.

    It is scanned before the case is locked: a slow scanner must not hold anybody up.
    """
    application = _own(uid, user)
    entry = entry_of(application, key)
    return keep(
        receive(
            upload,
            hall_code=application.hall.code,
            owner_uid=user.uid,
            kinds=entry.accept,
            max_bytes=entry.max_mb * MB,
        )
    )


def take_back(uid: UUID, user: User, material_uid: UUID) -> None:
    """Remove a file from a draft or from a correction that is not sent yet."""
    application = _own(uid, user)
    with locked(application.uid) as held:
        material = held.materials.filter(uid=material_uid, replaced_at=None).first()
        if material is None:
            raise NotFound(_("没有找到这份材料。"))
        if material.round != round_for(held, material.key):
            raise WrongState(_("已经提交的材料不能撤回。"))
        material.replaced_at = now()
        material.save()


def _own(uid: UUID, user: User) -> Application:
    application = Application.objects.select_related("item_version", "hall").filter(uid=uid).first()
    if application is None or not owns(user, application):
        raise NotFound(_("没有找到这个办件。"))
    return application


def entry_of(application: Application, key: str) -> MaterialSpec:
    """Art. 31: only what the published list names may be handed in or asked for."""
    found = next((one for one in application.spec.materials if one.key == key), None)
    if found is None:
        raise NotAllowed(_("这份材料不在本事项的材料目录中。"))
    return found


def round_for(application: Application, key: str) -> int:
    """Which round a file handed in now belongs to; refused when nothing may be handed in."""
    if application.state == CaseState.DRAFT:
        return 0
    correction = open_correction(application)
    if correction is None or not any(entry["key"] == key for entry in correction.entries):
        raise WrongState(_("这份材料现在不需要提交。"))
    return correction.round


def open_correction(application: Application) -> Correction | None:
    """The correction that the applicant has to answer now."""
    if application.state != CaseState.CORRECTING:
        return None
    return application.corrections.filter(supplied_at=None).first()
