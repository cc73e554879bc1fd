"""What the applicant marked as a secret of theirs, for everybody who handles the case and for the applicant (Art. 5).

It is the applicant's word and no opinion of an agency, so the upper agency reads it as well (Art. 35). A department
that joins (Art. 26) reads the marks of what it sees.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from applications.models import Application, ConfidentialClaim, Handling
from applications.queries.annexes.annex import Annex
from applications.queries.claims import claims_of


def of_handling(handling: Handling) -> Annex | None:
    return of_case(handling.application)


def for_part(handling: Handling) -> Annex | None:
    part = handling.joint_part
    if part is None:
        return of_handling(handling)
    fields = {one.key for one in handling.application.spec.fields if part.needs_field(one)}
    return _annex(
        [
            one
            for one in claims_of(handling.application)
            if (part.needs_material(one.key) if one.target == "material" else one.key in fields)
        ]
    )


def of_case(application: Application) -> Annex | None:
    return _annex(claims_of(application))


def _annex(claims: Sequence[ConfidentialClaim]) -> Annex | None:
    if not claims:
        return None
    return Annex("confidential", _("申请人标注的保密内容"), "applications/annexes/claims.html", claims)
