"""A grant needs every point of the item's check-list met or not applicable, as the last examiner answered it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.models import Finding, Handling


def unmet(handling: Handling, granting: bool) -> Iterator[str]:
    if not granting or not handling.application.spec.checklist:
        return
    checks = handling.reviewed[0][1] if handling.reviewed else []
    if not checks:
        yield _("审查要点还没有答复")
    for one in checks:
        if one["finding"] == Finding.FAILS:
            yield _("审查要点“%(point)s”不符合") % {"point": one["text"]}
