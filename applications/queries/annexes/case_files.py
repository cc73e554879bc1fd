"""The check-list of a finished handling, and its bound files."""

from django.utils.translation import gettext as _

from applications.models import Handling
from applications.queries.annexes.annex import Annex
from applications.queries.archive_checklist import checklist_of


def of_handling(handling: Handling) -> Annex | None:
    if handling.is_open or handling.desk_due is not None:
        return None
    content = {
        "handling": handling,
        "points": checklist_of(handling),
        "files": list(handling.case_files.select_related("file").order_by("-id")[:5]),
    }
    return Annex("case-file", _("归档"), "applications/annexes/case_file.html", content)
