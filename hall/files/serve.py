"""Handing a file to a browser, as a download that can do nothing there. Who may fetch it, the caller has asked."""

from pathlib import PurePath

from django.http import FileResponse, HttpRequest

from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.files.kinds import BY_MIME
from hall.files.models import StoredFile
from hall.files.queries import require_kept
from hall.files.storing import storage_of


def send(file: StoredFile, request: HttpRequest) -> FileResponse:
    """Stream ``file`` and record who fetched it. The state is read again: it may just have been withdrawn."""
    current = StoredFile.objects.select_related("hall").get(pk=file.pk)
    require_kept(current)
    actor = actor_of(request.user) if isinstance(request.user, User) else None
    record("files.fetched", actor=actor, hall_code=current.hall.code, subject_uid=current.uid)
    response = FileResponse(
        storage_of(current).open(current.key),
        as_attachment=True,
        filename=download_name(current),
        content_type=current.kind,
    )
    response["Content-Length"] = current.size
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response


def download_name(file: StoredFile) -> str:
    """The given name with the suffix of what the content is: 证明.exe that holds a PDF becomes 证明.exe.pdf."""
    kind = BY_MIME.get(file.kind)
    if kind is None or PurePath(file.given_name).suffix.lower() in kind.suffixes:
        return file.given_name
    return file.given_name + kind.suffixes[0]
