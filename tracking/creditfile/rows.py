"""One published disclosure as the credit platform wants it: whole names and numbers, so that nobody else gets it."""

from datetime import date

from applications.models import Application
from tracking.creditfile.columns import COLUMNS, FOR_EVER, ORGANISATION, PERSON, TRADER, Row
from tracking.disclosure.models import Disclosure
from tracking.register.queries import record

# 行政许可法 Art. 12: by which way of allotting one knows a concession or a qualification; all else is ordinary.
TAKEN_BACK = "公示已撤下"
_CATEGORIES = {"bid_auction": "特许", "exam": "认可"}


def row_of(disclosure: Disclosure) -> Row:
    application = Application.objects.select_related("applicant", "item_version").get(uid=disclosure.application_uid)
    told = _holder(application) | {
        "XK_XKWS": disclosure.document_name,
        "XK_WSH": disclosure.document_number,
        "XK_XKLB": _CATEGORIES.get(application.spec.allocation, "普通"),
        "XK_XKZS": disclosure.licence_name,
        "XK_XKBH": disclosure.licence_number,
        "XK_JDRQ": _day(disclosure.decided_on),
        "XK_YXQZ": _day(disclosure.valid_from),
        "XK_XKJG": disclosure.department.name,
        "XK_XKJGDM": disclosure.department.uscc,
        "XK_LYDW": disclosure.department.name,
        "XK_LYDWDM": disclosure.department.uscc,
    }
    told |= _standing(disclosure)
    return {column.name: told.get(column.name, "") for column in COLUMNS}


def _standing(disclosure: Disclosure) -> Row:
    """As the register has it; of what was taken back the platform gets no word more (domain.md §5, rule f)."""
    for_ever = FOR_EVER if disclosure.valid_from else ""
    if disclosure.record_uid is None:
        until = _day(disclosure.valid_to) or for_ever
        return {"XK_NR": TAKEN_BACK, "XK_YXQZI": until, "XK_ZT": "2", "BZ": TAKEN_BACK}
    standing = record(disclosure.hall, disclosure.record_uid)
    return {
        "XK_NR": disclosure.content,
        "XK_YXQZI": _day(standing.valid_to) or for_ever,
        "XK_ZT": "1" if standing.is_in_force else "2",
    }


def _holder(application: Application) -> Row:
    if application.applicant_kind == "person":
        return {
            "XK_XDR_MC": application.applicant_name,
            "XK_XDR_LB": PERSON,
            "XK_XDR_ZJLX": "身份证",
            "XK_XDR_ZJHM": application.applicant_code,
        }
    code = application.applicant_code
    return {
        "XK_XDR_MC": application.applicant_name,
        "XK_XDR_LB": TRADER if code.startswith("92") else ORGANISATION,
        "XK_XDR_SHXYM": code,
        "XK_FRDB": application.applicant.legal_representative,
    }


def _day(day: date | None) -> str:
    return f"{day:%Y/%m/%d}" if day else ""
