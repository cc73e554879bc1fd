"""Writing an announced breach on the supervisors' list: a reaction, so exactly once for each event."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from applications.models import Application, BrokenRule, Handling, Licence, lead_among
from applications.supervision import level_of
from hall.events.models import Event
from hall.organisations.models import Department, Hall


@dataclass(frozen=True, slots=True)
class _Place:
    """Where it happened; what no case and no licence is brings its own number and department."""

    hall: Hall
    department: Department | None
    number: str
    handling: UUID | None = None
    licence: UUID | None = None


def list_broken_rule(event: Event) -> None:
    told = event.payload
    place = _of_case(event) or _of_licence(event) or _of_another(event)
    BrokenRule.objects.create(
        event_uid=event.uid,
        rule=told["rule"],
        level=str(level_of(told["rule"], told.get("level", ""))),
        hall=place.hall,
        department=place.department,
        subject_uid=event.subject_uid,
        handling_uid=place.handling,
        licence_uid=place.licence,
        number=place.number,
        since=date.fromisoformat(told["since"]) if told.get("since") else None,
        told_at=event.happened_at,
    )


def _of_case(event: Event) -> _Place | None:
    """In the part that the event names, else in the one that answers to the applicant."""
    application = Application.objects.filter(uid=event.subject_uid).first()
    if application is None:
        return None
    parts = list(Handling.objects.filter(application=application).select_related("department", "hall"))
    named = next((one for one in parts if str(one.uid) == event.payload.get("handling")), None)
    handling = named or lead_among(parts)
    assert handling is not None, "a draft breaks no rule"
    return _Place(handling.hall, handling.department, application.case_no or "", handling=handling.uid)


def _of_licence(event: Event) -> _Place | None:
    licence = Licence.objects.select_related("issuer__hall").filter(uid=event.subject_uid).first()
    if licence is None:
        return None
    return _Place(licence.issuer.hall, licence.issuer, licence.number[:64], licence=licence.uid)


def _of_another(event: Event) -> _Place:
    hall = Hall.objects.get(code=event.hall_code)
    department = Department.objects.filter(uscc=event.payload.get("department") or None).first()
    return _Place(hall, department, event.payload.get("number", ""))
