"""Which bar stands against an applicant and an item now. Only items of safety know bars (行政许可法 Art. 78, 79)."""

from django.db.models import QuerySet

from applications.models import ApplicantBar, Application
from hall.clock import today
from hall.crypto import blind_index


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
    return _bars_against(application, application.applicant_code_index).exists()


def _against(application: Application, index: str) -> ApplicantBar | None:
    return _bars_against(application, index).order_by("-barred_until").first()


def _bars_against(application: Application, index: str) -> QuerySet[ApplicantBar]:
    if not application.spec.safety_related or not index:
        return ApplicantBar.objects.none()
    against = ApplicantBar.objects.filter(
        applicant_code_index=index,
        catalog_code=application.offering.catalog_code,
        barred_from__lte=today(),
        barred_until__gte=today(),
        lifted_at=None,
    )
    return against.exclude(application=application)
