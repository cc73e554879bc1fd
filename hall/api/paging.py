"""Pages of a list by cursor. A cursor that was cut or altered is told so, whatever it was altered to."""

from binascii import Error
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from rest_framework.exceptions import NotFound as UnreadableCursor
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request

from hall.errors import Invalid


class ByCursor(CursorPagination):
    page_size = 20
    # The framework's own cursor can skip rows by count, which costs more the farther it skips.
    offset_cutoff = 0

    def decode_cursor(self, request: Request) -> Any:
        """No text in the database holds NUL, and asking for one breaks the query."""
        cursor = super().decode_cursor(request)
        if cursor and "\0" in str(cursor.position):
            raise UnreadableCursor
        return cursor

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> Any:
        try:
            return super().paginate_queryset(queryset, request, view)
        except (UnreadableCursor, ValidationError, ValueError, TypeError, Error):
            raise Invalid(_("翻页地址不完整，请从第一页重新查看。")) from None
