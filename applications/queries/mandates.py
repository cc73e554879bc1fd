"""The mandates that somebody gave and holds, and in which items an agent can be let act (行政许可法 Art. 29)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from applications.models import Application
from hall.accounts.mandates import of_either
from hall.accounts.models import EndedBy, Mandate, User
from hall.catalogue.models import Offering
from hall.clock import today

# A page, not an archive: what ended long ago is on the audit trail.
MOST = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One mandate as its page tells it; ``state`` is running, coming, over or ended."""

    mandate: Mandate
    scope: str
    state: str
    words: str

    @property
    def can_end(self) -> bool:
        return self.state in ("running", "coming")


def mandates_of(user: User) -> tuple[list[Row], list[Row]]:
    """Those that the user gave, and those that they hold."""
    found = list(Mandate.objects.filter(of_either(user)).select_related("principal", "agent")[:MOST])
    names = _names(found)
    given = [_row(one, names) for one in found if one.principal_id == user.pk]
    return given, [_row(one, names) for one in found if one.agent_id == user.pk]


def _names(found: Iterable[Mandate]) -> dict[str, str]:
    """What the codes and cases are called."""
    codes = {code for one in found for code in one.items}
    cases = [one.case_uid for one in found if one.case_uid]
    names = {code: offering.name for code, offering in _offerings(codes).items()}
    numbers = Application.objects.filter(uid__in=cases).values_list("uid", "case_no")
    return names | {str(uid): number or "" for uid, number in numbers}


def _offerings(codes: Iterable[str]) -> dict[str, Offering]:
    found = Offering.objects.filter(catalog_code__in=codes).order_by("catalog_code", "id").distinct("catalog_code")
    return {one.catalog_code: one for one in found}


def _row(mandate: Mandate, names: dict[str, str]) -> Row:
    told = [names.get(code, code) for code in mandate.items]
    if mandate.case_uid:
        told = [names.get(str(mandate.case_uid), "")]
    scope = str(mandate.get_scope_display())
    return Row(mandate, _("：").join([scope, _("、").join(told)]) if told else scope, *_state(mandate))


def _state(mandate: Mandate) -> tuple[str, str]:
    if mandate.ended_at:
        return "ended", str(EndedBy(mandate.ended_by).label)
    if mandate.valid_to < today():
        return "over", _("已到期")
    return ("coming", _("尚未开始")) if mandate.valid_from > today() else ("running", _("有效"))


def items_for_agents() -> list[tuple[str, str]]:
    """Code and name of every published item in which an agent may act."""
    published = Offering.objects.filter(published=True, withdrawn_on__isnull=True).select_related("version")
    found = published.order_by("catalog_code", "id").distinct("catalog_code")
    return [(one.catalog_code, one.name) for one in found if one.version.spec.agent_allowed]
