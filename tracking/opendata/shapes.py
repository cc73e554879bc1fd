"""Rows and files as machines read them."""

from typing import Any

from django.urls import reverse

from tracking.opendata.models import DataFile


def file_shape(one: DataFile) -> dict[str, Any]:
    return {
        "name": one.name,
        "period": one.period,
        "first_on": one.first_on.isoformat(),
        "last_on": one.last_on.isoformat(),
        "format": one.format,
        "rows": one.rows,
        "size": one.file.size,
        "sha256": one.file.sha256,
        "sm3": one.file.sm3,
        "made_at": one.made_at.isoformat(timespec="seconds"),
        "url": reverse("opendata:file", args=[one.uid]),
    }
