"""The licence itself, once somebody or something may make it: a row with its numbers, and the paper to print.

行政许可法 Art. 39; electronic identity after GB/T 36904.
"""

from applications.actions.paperwork import case_facts, draft
from applications.actions.stepping import advance
from applications.documents.builders import LicenceCertificate
from applications.events import LicenceIssued
from applications.models import Decision, Handling, Licence
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.catalogue.spec import on_record
from hall.clock import today
from hall.numbering.checks import iso7064_mod37_36
from hall.numbering.counters import next_value

# 证照标识 root of GB/T 36904: 1.2.156.3005.2.
_ROOT = "1.2.156.3005.2"


def make_licence(handling: Handling, decision: Decision, *, by: User | None) -> Licence:
    """The licence itself; the caller holds the lock and has asked the rule."""
    licence = _licence(handling, decision)
    advance(handling, by=by, favourable=True)
    handling.save()
    paper = LicenceCertificate(
        case_facts(handling),
        name=licence.name,
        licence_no=licence.number,
        identifier=licence.electronic_id,
        scope=licence.content,
        valid_from=licence.valid_from,
        valid_until=licence.valid_to,
    )
    draft(paper, handling, officer=by)
    announce(handling.application, LicenceIssued(licence=licence.uid), by=by)
    return licence


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
        issued_on=today(),
        valid_from=decision.valid_from or today(),
        valid_to=decision.valid_to,
    )


def _electronic_id(item_code: str, issuer: str, serial: str, version: str = "001") -> str:
    """证照标识: type (issuer and the item's last three digits), issuer, serial, version, check character."""
    parts = [f"{issuer}{item_code[-3:]}", issuer, serial, version]
    return ".".join([_ROOT, *parts, iso7064_mod37_36("".join(parts))])
