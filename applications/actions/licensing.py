"""The licence itself, once somebody or something may make it: a row with its numbers, and the paper to print.

行政许可法 Art. 39; electronic identity after GB/T 36904.
"""

from django.utils.translation import override

from applications.actions.clocks import rebuild_dues
from applications.actions.convey import hand_over
from applications.actions.licence_entries import enter, standing
from applications.actions.paperwork import case_facts, draft
from applications.actions.stepping import advance
from applications.documents.builders import LicenceCertificate
from applications.documents.facts import Answer
from applications.events import LicenceIssued
from applications.models import Application, Decision, EntryKind, Handling, Licence, Purpose
from applications.queries.certificate import shown_of
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.catalogue.spec import on_record
from hall.catalogue.wording import CERTIFICATE_KINDS
from hall.clock import today
from hall.numbering.checks import iso7064_mod37_36
from hall.numbering.counters import next_value

# 证照标识 root of GB/T 36904: 1.2.156.3005.2.
_ROOT = "1.2.156.3005.2"


def make_licence(handling: Handling, decision: Decision, *, by: User | None) -> Licence:
    """The licence itself; the caller holds the lock and has asked the rule."""
    purpose = handling.application.purpose
    if purpose in (Purpose.NEW, Purpose.TRANSFER):
        held = _hold(handling.application) if purpose == Purpose.TRANSFER else None
        licence = _licence(handling, decision)
        if held:
            hand_over(held, licence, by=by)
        enter(licence, EntryKind.ISSUED, {}, by=by, application=handling.application)
    else:
        licence = moved_licence(handling, decision, by=by)
    advance(handling, by=by, favourable=True)
    rebuild_dues(handling.application, handling)
    paper = LicenceCertificate(
        case_facts(handling),
        name=licence.name,
        licence_no=licence.number,
        identifier=licence.electronic_id,
        scope=licence.content,
        valid_from=licence.valid_from,
        valid_until=licence.valid_to,
        sort=_sort(handling),
        entries=tuple(Answer("", label, text) for label, text in licence.shown),
    )
    draft(paper, handling, officer=by)
    announce(handling.application, LicenceIssued(licence=licence.uid), by=by)
    return licence


@override("zh-hans")
def _sort(handling: Handling) -> str:
    """In Chinese, as papers keep it, whatever language whoever issues it reads."""
    return str(CERTIFICATE_KINDS[handling.application.spec.result.certificate_kind])


def moved_licence(handling: Handling, decision: Decision, *, by: User | None) -> Licence:
    """The licence there is, changed as was decided, with a certificate of the next version (Art. 49, 50)."""
    application = handling.application
    licence = _hold(application)
    before = standing(licence)
    kind = _move(licence, Purpose(application.purpose), decision)
    if kind != EntryKind.REPLACED:
        licence.shown = shown_of(application)
    licence.holder_name, licence.holder_code_index = application.applicant_name, application.applicant_code_index
    licence.certificates += 1
    licence.electronic_id = _next_version(licence)
    enter(licence, kind, before, by=by, application=application)
    return licence


def _hold(application: Application) -> Licence:
    assert application.held_licence_id is not None, "only a case about a licence moves one"
    held = Licence.objects.select_for_update(of=("self",)).select_related("issuer__hall", "application__item_version")
    return held.get(pk=application.held_licence_id)


def _move(licence: Licence, purpose: Purpose, decision: Decision) -> EntryKind:
    if purpose == Purpose.RENEWAL:
        licence.renew(until=decision.valid_to)
        licence.content, licence.reminded_days = decision.content, None
        return EntryKind.RENEWED
    if purpose == Purpose.CHANGE:
        licence.change()
        licence.content = decision.content
        return EntryKind.CHANGED
    licence.replace()
    return EntryKind.REPLACED


def _next_version(licence: Licence) -> str:
    """证照标识 keeps everything but its version and the check character over all of it."""
    issuer_type, issuer, serial = licence.electronic_id.removeprefix(f"{_ROOT}.").split(".")[:3]
    parts = [issuer_type, issuer, serial, f"{licence.certificates:03d}"]
    return ".".join([_ROOT, *parts, iso7064_mod37_36("".join(parts))])


def _licence(handling: Handling, decision: Decision) -> Licence:
    application, department = handling.application, handling.issuer
    result = application.spec.result
    year = today().year
    serial = next_value("licence", f"{department.uscc}:{result.prefix}:{year}")
    return Licence.objects.create(
        application=application,
        issuer=department,
        name=on_record(result.name),
        number=f"{department.short_name}{result.prefix}〔{year}〕第{serial:06d}号",
        electronic_id=_electronic_id(application.spec.code, department.uscc, f"{year}{serial:07d}"),
        holder_name=application.applicant_name,
        holder_code_index=application.applicant_code_index,
        content=decision.content,
        shown=shown_of(application),
        issued_on=today(),
        valid_from=decision.valid_from or today(),
        valid_to=decision.valid_to,
    )


def _electronic_id(item_code: str, issuer: str, serial: str, version: str = "001") -> str:
    """证照标识: type (issuer and the item's last three digits), issuer, serial, version, check character."""
    parts = [f"{issuer}{item_code[-3:]}", issuer, serial, version]
    return ".".join([_ROOT, *parts, iso7064_mod37_36("".join(parts))])
