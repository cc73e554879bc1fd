"""Which bar stands against an applicant and an item now. Only items of safety know bars (行政许可法 Art. 78, 79)."""

from applications.models import ApplicantBar, Application
from hall.clock import today


def bar_against(application: Application, *, code_index: str | None = None) -> ApplicantBar | None:
    """The longest bar in force against this applicant; a draft has no code of its own yet, so it is named."""
    index = application.applicant_code_index if code_index is None else code_index
    if not application.spec.safety_related or not index:
        return None
    against = ApplicantBar.objects.filter(
        applicant_code_index=index,
        catalog_code=application.offering.catalog_code,
        barred_from__lte=today(),
        barred_until__gte=today(),
        lifted_at=None,
    )
    return against.exclude(application=application).order_by("-barred_until").first()
