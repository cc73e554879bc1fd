"""A licence and what happens to it after the grant, by the real deeds; the test needs the ``city`` fixture."""

from typing import Any

from applications.actions.licence_inspections.recording import record_licence_inspection
from applications.actions.licence_inspections.signing import sign_licence_inspection
from applications.models import Licence, LicenceInspection
from hall.clock import now
from tests.factories.cases import delivered_case, officers
from tests.factories.snapshots import kept


def licensed(**asked: Any) -> tuple[Any, Any]:
    """The handling that granted it, and the licence as it is in the database."""
    handling = delivered_case(**asked)
    return handling, current(Licence.objects.get(application=handling.application))


def current(licence: Any) -> Any:
    return Licence.objects.select_related("issuer__hall", "application__applicant").get(pk=licence.pk)


@kept
def recorded(handling: Any, licence: Any, **told: Any) -> Any:
    """Two officers went; the first wrote it down and so has signed, the second has not yet."""
    went = officers(handling)
    usual: dict[str, Any] = {
        "reason": "planned",
        "held_at": now(),
        "place": "被许可人的经营场所",
        "officers": [one.uid for one in went],
        "facts": "设施齐全，按照许可的范围经营。",
        "result": "passes",
        "confirmation": "confirmed",
        "confirmed_by": "店长张小满",
    }
    seen = told.pop("seen", current(licence).version)
    return record_licence_inspection(licence.uid, told.pop("by", went[0]), seen=seen, **(usual | told))


@kept
def archived(handling: Any, licence: Any, **told: Any) -> Any:
    """Signed by both."""
    inspection = recorded(handling, licence, **told)
    second = officers(handling)[1]
    seen = current(licence).version
    sign_licence_inspection(licence.uid, second, seen=seen, inspection=inspection.uid)
    return LicenceInspection.objects.get(pk=inspection.pk)


MEND = {"result": "mend", "problem": "公示最近一次卫生检测结果。", "mend_days": 10}
ENFORCE = {
    "result": "enforce",
    "problem": "超出许可的范围经营美容项目。",
    "passed_to": "渝中区卫生健康综合行政执法支队",
}
