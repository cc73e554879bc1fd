"""One published disclosure as the credit platform wants it: whole names and numbers, so that nobody else gets it.

How it stands is asked of the licence at this moment, not of the register, which follows a little later.
"""

from datetime import date

from applications.models import Application, Licence
from hall.clock import today
from tracking.creditfile.columns import COLUMNS, FOR_EVER, NO_CODE, ORGANISATION, PERSON, TRADER, Row
from tracking.creditfile.papers import paper_of
from tracking.disclosure.actions.follow_licence import licence_of, status_of
from tracking.disclosure.models import Disclosure
from tracking.register.queries import record
from tracking.register.standings import IN_FORCE

# Of what was taken back the platform gets no word more (domain.md §5, rule f).
TAKEN_BACK = "公示已撤下"


def row_of(disclosure: Disclosure) -> Row:
    application = Application.objects.select_related("applicant", "item_version").get(uid=disclosure.application_uid)
    licence = licence_of(disclosure.application_uid)
    name, number = (licence.name, licence.number) if licence else (disclosure.licence_name, disclosure.licence_number)
    ends = licence.valid_to if licence else disclosure.valid_to
    told = _holder(application) | {
        "XK_XKWS": disclosure.document_name,
        "XK_WSH": disclosure.document_number or number,
        "XK_XKLB": application.spec.licence_category,
        "XK_XKZS": name,
        "XK_XKBH": number,
        "XK_NR": disclosure.content if disclosure.record_uid else TAKEN_BACK,
        "XK_JDRQ": _day(disclosure.decided_on),
        "XK_YXQZ": _day(disclosure.valid_from),
        "XK_YXQZI": _day(ends) or (FOR_EVER if disclosure.valid_from else ""),
        "XK_XKJG": disclosure.department.name,
        "XK_XKJGDM": disclosure.department.uscc,
        "XK_ZT": "1" if _is_in_force(disclosure, licence, ends) else "2",
        "XK_LYDW": disclosure.department.name,
        "XK_LYDWDM": disclosure.department.uscc,
        "BZ": "" if disclosure.record_uid else TAKEN_BACK,
    }
    return {column.name: told.get(column.name, "") for column in COLUMNS}


def _is_in_force(disclosure: Disclosure, licence: Licence | None, ends: date | None) -> bool:
    if disclosure.record_uid is None:
        return False
    status = licence and status_of(licence, disclosure.application_uid)
    told = status or record(disclosure.hall, disclosure.record_uid).status
    return told in IN_FORCE and (ends is None or ends >= today())


def _holder(application: Application) -> Row:
    code = application.applicant_code
    if application.applicant_kind == "person":
        return {
            "XK_XDR_MC": application.applicant_name,
            "XK_XDR_LB": PERSON,
            "XK_XDR_ZJLX": paper_of(code),
            "XK_XDR_ZJHM": code,
        }
    return {
        "XK_XDR_MC": application.applicant_name,
        "XK_XDR_LB": TRADER if code.startswith("92") else ORGANISATION,
        "XK_XDR_SHXYM": code or NO_CODE,
        "XK_FRDB": application.applicant.legal_representative,
    }


def _day(day: date | None) -> str:
    return f"{day:%Y/%m/%d}" if day else ""
