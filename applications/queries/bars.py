"""Which bar stands against an applicant and an item now. Only items of safety know bars (行政许可法 Art. 78, 79)."""

from applications.models import ApplicantBar, Application
from hall.clock import today
from hall.crypto import blind_index
from hall.database.statements import row


def bar_set_by(application: Application) -> ApplicantBar | None:
    """The bar in force that this case brought about."""
    return application.bars_set.filter(lifted_at=None, barred_until__gte=today()).first()


def bar_against_draft(draft: Application) -> ApplicantBar | None:
    """A draft has no code of its own yet: whoever fills it in is asked for theirs."""
    if not draft.spec.safety_related:
        return None
    return _against(draft, blind_index(draft.applicant.uscc or draft.applicant.id_number))


def bar_against(application: Application) -> ApplicantBar | None:
    """The longest bar in force against this applicant."""
    return _against(application, application.applicant_code_index)


def is_barred(application: Application) -> bool:
    """The same question where only yes or no is wanted."""
    return bar_against(application) is not None


# One index answers it (``bar_of_applicant``); filing asks it each time.
_IN_FORCE = """
    applicant_code_index = %s AND catalog_code = %s AND barred_from <= %s AND barred_until >= %s
    AND lifted_at IS NULL AND application_id <> %s ORDER BY barred_until DESC LIMIT 1
"""


def _against(application: Application, index: str) -> ApplicantBar | None:
    if not application.spec.safety_related or not index:
        return None
    day, item = today(), application.offering.catalog_code
    return row(ApplicantBar, _IN_FORCE, index, item, day, day, application.pk)
