"""Nobody is granted a licence that cannot go over any more (行政许可法 Art. 9): it must be valid and free."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.models import Handling, LicenceState, Purpose
from applications.queries.conveyances import pending_about


def hindrance(handling: Handling, granting: bool) -> Iterator[str]:
    application = handling.application
    if not granting or application.purpose != Purpose.TRANSFER or application.held_licence is None:
        return
    licence = application.held_licence
    if licence.state != LicenceState.VALID:
        yield _("拟转让的许可证件现在的状态是“%(state)s”") % {"state": licence.get_state_display()}
    if pending_about(licence).exists():
        yield _("转让人就拟转让的许可证件提出的变更、延续或者补办申请还没有办结")
