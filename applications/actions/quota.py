"""Holding a quota while one grants from it (行政许可法 Art. 57): none past the last place, or past who came first."""

from django.utils.translation import gettext as _

from applications.models import Handling, Purpose
from applications.queries.allocation import against_quota
from hall.catalogue.models import Offering
from hall.errors import WrongState


def hold_quota(handling: Handling) -> None:
    """The last guard of every grant: one at a time for each offering, asked again once nobody else can grant.

    Two who grant the last place wait for each other here, and the second reads that it is gone.
    """
    # A licence there is takes no further place.
    if handling.application.spec.quota is None or handling.application.purpose != Purpose.NEW:
        return
    Offering.objects.select_for_update(no_key=True, of=("self",)).get(pk=handling.application.offering_id)
    if reasons := list(against_quota(handling)):
        raise WrongState(_("现在还不能作出决定：%(owed)s") % {"owed": _("；").join(reasons)})
