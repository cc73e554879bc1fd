"""A file that anybody may fetch, also from the middle on, so that a broken download goes on (RFC 9110 Art. 14)."""

import re
from collections.abc import Iterator
from typing import IO

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse

from hall.files.models import StoredFile
from hall.files.queries import require_kept
from hall.files.storing import storage_of
from hall.throttling.streams import flows

_RANGE = re.compile(r"bytes=(\d{1,18})-(\d{0,18})", re.ASCII)
_PIECE = 65_536


def serve(file: StoredFile, name: str, request: HttpRequest) -> FileResponse | StreamingHttpResponse | HttpResponse:
    require_kept(file)
    tag = f'"{file.sha256}"'
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or request.headers.get("If-Range", tag) != tag:
        return _told(flows(lambda: _whole(file, name)), tag, file.size)
    first, last = int(asked[1]), min(int(asked[2] or file.size), file.size - 1)
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    part = flows(lambda: _part(file, first, last))
    part["Content-Range"] = f"bytes {first}-{last}/{file.size}"
    return _told(part, tag, last - first + 1)


def _whole(file: StoredFile, name: str) -> FileResponse:
    content = storage_of(file).open(file.key)
    return FileResponse(content, as_attachment=True, filename=name, content_type=file.kind)


def _part(file: StoredFile, first: int, last: int) -> StreamingHttpResponse:
    content = storage_of(file).open(file.key)
    content.seek(first)
    return StreamingHttpResponse(_pieces(content, last - first + 1), status=206, content_type=file.kind)


def _told(response: FileResponse | StreamingHttpResponse, tag: str, size: int) -> FileResponse | StreamingHttpResponse:
    response["ETag"], response["Accept-Ranges"], response["Content-Length"] = tag, "bytes", str(size)
    response["Cache-Control"] = "public, max-age=60"
    return response


def _pieces(content: "IO[bytes]", left: int) -> Iterator[bytes]:
    with content:
        while left and (piece := content.read(min(left, _PIECE))):
            left -= len(piece)
            yield piece
