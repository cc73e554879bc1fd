"""Correcting on the spot (行政许可法 Art. 32 (3)): the window opens the entries, the applicant mends them the same day.

The state, the day of receipt and T1 stay as they are, and no paper is made. Staff never write into an applicant's
answers: at the window the applicant does it on their own device or the hall's. What was and what is stay on file;
the audit trail keeps keyed digests of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from applications import filling
from applications.actions.listing import listed
from applications.actions.locking import locked, locked_handling
from applications.actions.materials import keep_file
from applications.actions.stepping import require_open
from applications.actions.telling import CORRECTION, tell_applicant
from applications.answers import answered
from applications.events import CorrectedOnSpot, SpotCorrectionOpened
from applications.lifecycle import CaseState
from applications.models import Application, Material, Room, SpotCorrection
from applications.queries.spot import open_spot_correction
from applications.rules import may_take_in, owns
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.catalogue.spec import on_record
from hall.clock import now
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, TooLarge, WrongState
from hall.files.models import StoredFile

OPENED = gettext_lazy("“%(item)s”的申请有%(count)d项内容可以当场更正，请在今天内更正。收件时间不变。")
Change = dict[str, str]


def open_on_spot(uid: UUID, user: User, *, seen: int, entries: Sequence[Mapping[str, str]]) -> SpotCorrection:
    """Open the listed entries to the applicant until the end of the day; an earlier list of theirs is over."""
    with locked_handling(uid, seen=seen) as handling:
        application = handling.application
        if not may_take_in(user, handling):
            raise NotAllowed(_("只有承办部门的窗口受理人员可以开放当场更正。"))
        require_open(handling)
        if application.state != CaseState.RECEIVED:
            raise WrongState(_("只有待受理的办件可以当场更正。"))
        frozen = listed(application, entries, told=("problem",))
        application.spot_corrections.filter(ended_at=None).update(ended_at=now())
        spot = SpotCorrection.objects.create(
            application=application,
            handling=handling,
            entries=frozen,
            opened_by_uid=user.uid,
            opened_by_name=user.name,
            opened_at=now(),
        )
        application.enter(Room.SPOT_CORRECTION)
        tell_applicant(application, CORRECTION, OPENED, key=f"spot:{spot.uid}", count=len(frozen))
        announce(application, SpotCorrectionOpened(spot_correction=spot.uid), by=user)
        return spot


def correct_on_spot(
    uid: UUID, user: User, raw: Mapping[str, Any], uploads: Mapping[str, Any] | None = None
) -> Application:
    """The applicant's corrected answers and files, all at once; only the open entries change.

    Raises Incomplete when an answer is wrong or nothing was changed, Invalid or TooLarge for a file.
    """
    files = _files(uid, user, uploads or {})
    with locked(uid) as application:
        spot = _open(application, user)
        asked = {(entry["target"], entry["key"]) for entry in spot.entries}
        if strange := {key for key in files if ("material", key) not in asked}:
            raise NotAllowed(_("这份材料没有开放更正：%(key)s。") % {"key": "、".join(sorted(strange))})
        keys = [key for target, key in asked if target == "field"]
        changes = [*_change_answers(application, keys, raw), *_change_materials(application, files)]
        if not changes:
            raise Incomplete(_("没有改动任何内容。"), fields={"entries": [_("请更正列出的内容。")]})
        return _corrected(application, spot, changes, user)


def _open(application: Application, user: User) -> SpotCorrection:
    if not owns(user, application):
        raise NotFound(_("没有找到这个办件。"))
    spot = open_spot_correction(application)
    if spot is None:
        raise WrongState(_("本办件现在没有开放当场更正的内容。"))
    return spot


def _files(uid: UUID, user: User, uploads: Mapping[str, Any]) -> dict[str, StoredFile]:
    """Scanned before the case is locked, and only where something is open."""
    if not uploads:
        return {}
    application = Application.objects.select_related("item_version", "hall").filter(uid=uid).first()
    if application is None:
        raise NotFound(_("没有找到这个办件。"))
    _open(application, user)
    return {key: _file(uid, user, key, upload) for key, upload in uploads.items()}


def _file(uid: UUID, user: User, key: str, upload: Any) -> StoredFile:
    """A refusal names the material."""
    try:
        return keep_file(uid, user, key, upload)
    except (Invalid, TooLarge) as refusal:
        raise type(refusal)(refusal.message, fields={f"material.{key}": [refusal.message]}) from None


def _change_answers(application: Application, keys: Sequence[str], raw: Mapping[str, Any]) -> list[Change]:
    before = _in_words(application)
    merged = {**application.all_answers, **{key: raw.get(key) for key in keys}}
    answers, problems = filling.fill(application.spec, merged, whole=True)
    if problems:
        raise Incomplete(_("还有%(count)d处需要补充或修改。") % {"count": len(problems)}, fields=problems)
    application.keep_answers(answers)
    after = _in_words(application)
    labels = {one.key: on_record(one.label) for one in application.spec.fields}
    return [
        {"key": key, "label": labels[key], "before": before.get(key, ""), "after": after.get(key, "")}
        for key in labels
        if before.get(key) != after.get(key)
    ]


@override("zh-hans")
def _in_words(application: Application) -> dict[str, str]:
    return {one.key: one.text for one in answered(application)}


def _change_materials(application: Application, files: Mapping[str, StoredFile]) -> Iterator[Change]:
    """A new file takes the place of the one that counts; that one stays in the file, marked as replaced."""
    names = {one.key: on_record(one.name) for one in application.spec.materials}
    for key, file in files.items():
        current = application.materials.select_related("file").filter(key=key, replaced_at=None).order_by("-round")
        earlier = current.first()
        current.update(replaced_at=now())
        round_ = earlier.round if earlier else 0
        Material.objects.create(application=application, key=key, name=names[key], file=file, round=round_)
        before = earlier.file.given_name if earlier else ""
        yield {"key": key, "label": names[key], "before": before, "after": file.given_name}


def _corrected(application: Application, spot: SpotCorrection, changes: list[Change], user: User) -> Application:
    spot.changes, spot.corrected_at, spot.ended_at = changes, now(), now()
    spot.save()
    told = {one["key"]: f"{one['before']} → {one['after']}" for one in changes}
    record(
        "corrected_on_spot",
        actor=actor_of(user),
        hall_code=application.hall.code,
        subject_uid=application.uid,
        changes=told,
    )
    announce(application, CorrectedOnSpot(spot_correction=spot.uid), by=user)
    return application
