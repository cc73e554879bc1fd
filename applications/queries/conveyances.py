"""Which licences may be conveyed, and how an offer stands (行政许可法 Art. 9)."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from applications.lifecycle import UNDECIDED, CaseState
from applications.models import Application, Conveyance, Licence, LicenceState, Purpose
from applications.rules import Visitor, conveyances_to
from hall.catalogue.models import Offering
from hall.catalogue.spec import ItemSpec
from hall.clock import local_date
from hall.errors import NotFound
from hall.workdays.wording import whole_day

_RELATED = ["licence__issuer__hall", "licence__application", "offered_by", "application"]
# The case is on its way to a decision, or granted and not carried out yet.
_RUNNING = [CaseState.DRAFT, *UNDECIDED, CaseState.DECIDED]


def terms_today(licence: Licence) -> ItemSpec:
    """The item as it is today: whether a licence may be conveyed is for the law of today to say."""
    return Offering.objects.select_related("version").get(pk=licence.application.offering_id).version.spec


def open_conveyance(licence: Licence) -> Conveyance | None:
    return licence.conveyances.filter(ended_at=None).select_related(*_RELATED).first()


def failed(conveyance: Conveyance) -> bool:
    """The new holder's application came to nothing, so the licence may be offered again."""
    case = conveyance.application
    if case is None or case.state in _RUNNING:
        return False
    return conveyance.licence.state == LicenceState.VALID and not case.licence_entries.exists()


def is_filed(conveyance: Conveyance) -> bool:
    return conveyance.application is not None and conveyance.application.state != CaseState.DRAFT


def offered_to(user: Visitor) -> QuerySet[Conveyance]:
    """What waits for this person: not confirmed yet, or confirmed and still a draft."""
    offered = conveyances_to(user).filter(ended_at=None).select_related(*_RELATED).order_by("-id")
    return offered.exclude(application__state__in=[state for state in CaseState.values if state != CaseState.DRAFT])


def offered_conveyance(user: Visitor, uid: UUID) -> Conveyance:
    """One that is offered to the visitor; any other is as if absent."""
    found = conveyances_to(user).select_related(*_RELATED).filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这项转让。"))
    return found


def conveyance_of(application: Application) -> Conveyance | None:
    """The offer by which somebody applies for another's licence; any other case asks nothing."""
    if application.purpose != Purpose.TRANSFER:
        return None
    return Conveyance.objects.filter(application=application).select_related(*_RELATED).first()


def request_of(application: Application) -> str:
    """What the application form says of it, and the decision repeats; empty for any other purpose."""
    offer = conveyance_of(application)
    if offer is None:
        return ""
    licence = offer.licence
    return (
        f"本申请为受让许可：转让人{licence.holder_name}持有的《{licence.name}》（编号：{licence.number}），"
        f"转让人已于{whole_day(local_date(offer.offered_at))}在线同意转让。"
    )


def pending_about(licence: Licence) -> QuerySet[Application]:
    """What the holder still asks for the licence: its change or renewal must end before it can go over."""
    return licence.later_applications.filter(state__in=UNDECIDED).exclude(purpose=Purpose.TRANSFER)
