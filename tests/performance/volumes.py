"""A hall with many cases: spread over departments, states and days as a few years of work would leave them."""

from django.db import connection

from applications.models import Application, Handling, Step
from hall.clock import local_date
from hall.events.models import Event
from tests.factories.cases import accepted_case, delivered_case
from tests.performance.filling import copy_rows, run
from tracking.register.actions import Publication, enter
from tracking.register.models import Record

# One case in fifty is open; the rest have been closed long ago, as in any hall after its first year.
_OPEN_SHARE = 50


def fill(cases: int) -> None:
    """Bring the database to ``cases`` cases, with their handlings, steps, facts and register rows."""
    missing = cases - Application.objects.count()
    if missing <= 0:
        return
    opened, closed = accepted_case(), delivered_case()
    _copy(opened, missing // _OPEN_SHARE)
    _copy(closed, missing - missing // _OPEN_SHARE)
    _copy_records(_published(closed.application), missing)
    # As autovacuum leaves a table that has stood for a while.
    run("VACUUM ANALYZE")


def _copy(handling: Handling, count: int) -> None:
    application = handling.application
    # Copies of one template get consecutive keys, so children find their parents by their distance to the first.
    first = _next_key(Application)
    copy_rows(
        Application,
        application,
        count,
        {
            "uid": "gen_random_uuid()",
            "case_no": f"substr(t.case_no, 1, 31) || '9' || lpad(({first} + n)::text, 11, '0')",
            "received_at": "t.received_at - n % 700 * interval '1 day'",
            "applicant_name": "'演示申请人' || n",
        },
    )
    parent = _next_key(Handling)
    moved = "t.desk_due + (n % 30)::int"
    copy_rows(
        Handling, handling, count, {"uid": "gen_random_uuid()", "application_id": f"{first} + n - 1", "desk_due": moved}
    )
    for step in handling.steps.all():
        copy_rows(Step, step, count, {"uid": "gen_random_uuid()", "handling_id": f"{parent} + n - 1"})
    for event in Event.objects.filter(subject_uid=application.uid):
        copy_rows(Event, event, count, {"uid": "gen_random_uuid()", "subject_uid": "gen_random_uuid()"})


def _published(application: Application) -> Record:
    """The register row of a closed case, as its review would have left it."""
    issuer, decision = application.offering.department, application.decision
    return enter(
        Publication(
            source_uid=decision.uid,
            hall_code=application.hall.code,
            hall_name=application.hall.name,
            item_name=application.offering.name,
            issuer_name=issuer.name,
            issuer_uscc=issuer.uscc,
            grantee=application.applicant_name,
            grantee_is_person=False,
            grantee_code=application.applicant_code,
            document_name="准予行政许可决定书",
            document_number="演示〔2026〕第1号",
            licence_name=application.licence.name,
            licence_number=application.licence.number,
            content=decision.content,
            decided_on=local_date(decision.decided_at),
            valid_from=decision.valid_from,
            valid_to=decision.valid_to,
        )
    )


def _copy_records(template: Record, count: int) -> None:
    name = "'重庆演示' || (n % 9973) || '号有限公司'"
    copy_rows(
        Record,
        template,
        count,
        {
            "uid": "gen_random_uuid()",
            "source_uid": "gen_random_uuid()",
            "index_number": "t.issuer_uscc || '/2025-' || lpad((n + t.id)::text, 8, '0')",
            "grantee": name,
            "decided_on": "t.decided_on - (n % 900)::int",
            "search_text": f"{name} || E'\\n' || t.search_text",
        },
    )


def _next_key(model: type[Application] | type[Handling]) -> int:
    """The key that the next inserted row gets."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT nextval(pg_get_serial_sequence('{model._meta.db_table}', 'id')) + 1")
        return int(cursor.fetchone()[0])
