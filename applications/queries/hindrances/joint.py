"""Joint handling (行政许可法 Art. 26): the lead decides with every opinion at hand, or after urging a late one."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.models import Handling
from applications.queries.parts import parts_of
from hall.workdays.wording import whole_day


def hindrance(handling: Handling, granting: bool) -> Iterator[str]:
    """One sentence for each department whose opinion is still owed: who, and until when."""
    for part in parts_of(handling.application) if handling.is_lead else ():
        if not part.is_open or (part.is_late and part.is_urged):
            continue
        words = {"department": part.department, "title": part.title, "due": whole_day(part.due) if part.due else ""}
        if part.is_late:
            yield _("%(department)s（%(title)s）的联办意见逾期未到（期限至%(due)s），请先督促") % words
        else:
            yield _("等待%(department)s（%(title)s）的联办意见，期限至%(due)s") % words
