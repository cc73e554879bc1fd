"""Reading files: only what was kept, and only as it was written."""

import hashlib

from django.utils.translation import gettext as _

from hall.errors import NotFound, Refused
from hall.files.models import FileState, StoredFile
from hall.files.storing import storage_of


class Damaged(Refused):
    """The content is not the one that was stored."""

    status, code = 500, "damaged"


def require_kept(file: StoredFile) -> None:
    """A file in quarantine, rejected or taken out of circulation is as if absent for everybody."""
    if file.state == FileState.WITHDRAWN:
        raise NotFound(_("该文件已停止流转，不能查看。"))
    if file.state != FileState.KEPT:
        raise NotFound(_("没有找到这个文件。"))


def open_bytes(file: StoredFile) -> bytes:
    """The content, checked against its digest."""
    require_kept(file)
    with storage_of(file).open(file.key) as content:
        whole: bytes = content.read()
    if hashlib.sha256(whole).hexdigest() != file.sha256:
        raise Damaged(_("文件内容与保存时不一致，请联系管理员。"))
    return whole
