"""What may be done with a file: receive, keep, store, withdraw."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from hall.actor import Actor
from hall.audit.trail import record
from hall.errors import Invalid, TooLarge, WrongState
from hall.files.content import facts_of, tidy_name
from hall.files.kinds import KINDS, FileKind, detect
from hall.files.models import Area, FileState, StoredFile
from hall.files.scanning import ScannerAway, Verdict, scan
from hall.files.storing import erase, new_key, storage_of, write
from hall.organisations.remembered import hall_with_code
from hall.uids import uid7


def receive(
    upload: "UploadedFile[bytes]", *, hall_code: str, owner_uid: UUID, kinds: Sequence[str], max_bytes: int
) -> StoredFile:
    """Take an upload into quarantine; Invalid or TooLarge say what the person can do about it.

    ``kinds`` are the short words of item files (pdf, jpg …); the content decides, never the name.
    """
    _check_size(upload.size or 0, max_bytes)
    kind = _allowed_kind(upload, kinds)
    return _put(
        upload,
        area=Area.QUARANTINE,
        state=FileState.QUARANTINED,
        name=upload.name or "",
        kind=kind.mime,
        hall_code=hall_code,
        owner_uid=owner_uid,
    )


def store(
    content: "bytes | File[bytes]", *, name: str, kind: str, hall_code: str, owner_uid: UUID | None
) -> StoredFile:
    """Keep something that the hall made itself, a file where it is long; ``kind`` is its MIME type."""
    return _put(
        ContentFile(content) if isinstance(content, bytes) else content,
        area=Area.VAULT,
        state=FileState.KEPT,
        name=name,
        kind=kind,
        hall_code=hall_code,
        owner_uid=owner_uid,
    )


def keep(file: StoredFile) -> StoredFile:
    """Let the scanner look and move a clean file to the vault. Call it outside a transaction: the scanner may be
    slow, and a rejection must stand although Invalid is raised. Without a verdict the file stays where it is."""
    verdict = _verdict(file)
    kept = _settle(file.pk, verdict)
    if not verdict.clean:
        raise Invalid(_("文件未通过安全检查（%(found)s），没有保存。") % {"found": verdict.found})
    return kept


def withdraw(file: StoredFile, actor: Actor, reason: str) -> StoredFile:
    """Take a file out of circulation for good (保守国家秘密法 Art. 34): nobody can fetch it, the evidence stays."""
    if not reason.strip():
        raise Invalid(_("请写明停止流转的原因。"), fields={"reason": [_("请写明停止流转的原因。")]})
    with transaction.atomic():
        held = StoredFile.objects.select_for_update(of=("self",)).select_related("hall").get(pk=file.pk)
        if held.state == FileState.WITHDRAWN:
            raise WrongState(_("该文件已经停止流转。"))
        held.state, held.remark = FileState.WITHDRAWN, reason.strip()[:500]
        held.save(update_fields=["state", "remark"])
        changes = {"state": held.state, "remark": held.remark}
        record("files.withdrawn", actor=actor, hall_code=held.hall.code, subject_uid=held.uid, changes=changes)
    return held


def _put(
    content: "File[bytes]",
    *,
    area: Area,
    state: FileState,
    name: str,
    kind: str,
    hall_code: str,
    owner_uid: UUID | None,
) -> StoredFile:
    uid = uid7()
    content.seek(0)
    facts = facts_of(content.chunks())
    row = StoredFile(
        uid=uid,
        hall=hall_with_code(hall_code),
        storage=area,
        key=new_key(hall_code, uid),
        given_name=tidy_name(name) or str(uid),
        kind=kind,
        state=state,
        owner_uid=owner_uid,
        size=facts.size,
        sha256=facts.sha256,
        sm3=facts.sm3,
    )
    # The content first: a row without its content would be a loss, a content without its row is only litter.
    write(area, row.key, content)
    row.save()
    return row


def _check_size(size: int, max_bytes: int) -> None:
    if not size:
        raise Invalid(_("文件是空的，请重新选择。"))
    if size > max_bytes:
        words = {"size": filesizeformat(size), "most": filesizeformat(max_bytes)}
        raise TooLarge(_("文件大小为%(size)s，超过了%(most)s的上限，请压缩后重新上传。") % words)


def _allowed_kind(upload: Any, kinds: Sequence[str]) -> FileKind:
    kind = detect(upload)
    if kind is None or kind.name not in kinds:
        allowed = _("、").join(name.upper() for name in kinds if name in KINDS)
        raise Invalid(
            _("文件的内容不是允许的类型（%(allowed)s）。请注意：改文件名不会改变内容。") % {"allowed": allowed}
        )
    return kind


def _verdict(file: StoredFile) -> Verdict:
    """Fail closed: whatever goes wrong with the scanner, the file was not examined."""
    try:
        with storage_of(file).open(file.key) as content:
            return scan(content)
    except Exception as problem:
        raise ScannerAway from problem


@transaction.atomic
def _settle(pk: int, verdict: Verdict) -> StoredFile:
    """Move a clean file, or drop the content of one that is not; the row stays either way."""
    held = StoredFile.objects.select_for_update().get(pk=pk)
    if held.state != FileState.QUARANTINED:
        raise WrongState(_("该文件已经处理过。"))
    if verdict.clean:
        with storage_of(held).open(held.key) as content:
            write(Area.VAULT, held.key, content)
        held.storage, held.state = Area.VAULT, FileState.KEPT
    else:
        held.state, held.remark = FileState.REJECTED, verdict.found[:500]
    held.save(update_fields=["storage", "state", "remark"])
    transaction.on_commit(partial(erase, Area.QUARANTINE, held.key))
    return held
