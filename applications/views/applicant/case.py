"""One's own case: where it stands, who holds it, until when, and everything that belongs to it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from applications.actions.materials import open_correction
from applications.answers import answered
from applications.lamps import lamp_of
from applications.models import Application, Handling, Licence
from applications.queries.agents import represented
from applications.queries.annexes import annexes_of_case
from applications.queries.draft import asked_materials
from applications.queries.dues import clocks_of
from applications.queries.mine import holder_of
from applications.queries.own_offers import offered_to_applicant
from applications.timeline import timeline_of
from applications.views.applicant.deeds import DEEDS
from applications.views.applicant.draft import task_list
from applications.views.applicant.forms import OwnDeedForm
from applications.views.applicant.pages import is_draft, own_case, personal
from applications.views.applicant.papers import papers_shown
from hall.accounts.people import signed_in
from hall.clock import today
from hall.files.models import FileState
from hall.portal.navigation import url_or_blank


@personal("GET")
def case(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A draft shows what is still to be done; a filed case shows its progress."""
    application = own_case(request, uid)
    if is_draft(application):
        return task_list(request, application)
    return show(request, application)


def show(request: HttpRequest, application: Application, *, tried: OwnDeedForm | None = None) -> HttpResponse:
    """The page of a filed case; with ``tried``, the form that did not go through, with everything typed."""
    handling = holder_of(application)
    assert handling is not None
    licence = Licence.objects.filter(application=application).select_related("issuer").first()
    context = {
        "application": application,
        "handling": handling,
        "lamp": lamp_of(application, handling, today=today()),
        "facts": _facts(application, handling),
        "timeline": timeline_of(application),
        "clocks": clocks_of(application, handling),
        "papers": list(papers_shown(signed_in(request), application)),
        "materials": list(_materials(application)),
        "answers": list(answered(application)),
        "correction": open_correction(application),
        "annexes": annexes_of_case(application),
        "forms": _forms(application, tried),
        "tried": tried,
        "decision": getattr(application, "decision", None),
        "licence": licence,
        "complain_url": _with_query("grievances:new", case=application.case_no or ""),
        "register_url": _with_query("register:list", q=licence.number) if licence else "",
    }
    return render(request, "applications/applicant/case.html", context, status=422 if tried else 200)


def _forms(application: Application, tried: OwnDeedForm | None) -> list[OwnDeedForm]:
    offered = offered_to_applicant(application)
    return [tried if tried and tried.deed == deed else DEEDS[deed].form(application) for deed in offered]


def _facts(application: Application, handling: Handling) -> list[tuple[str, Any]]:
    facts = [
        (_("申请人"), application.applicant_name),
        (_("代理人"), _agent(application)),
        (_("承办部门"), handling.department.name),
        (_("委托机关"), handling.issuer.name if handling.in_name_of_id else ""),
        (_("查询码"), application.query_code),
    ]
    return [(label, value) for label, value in facts if value]


def _agent(application: Application) -> str:
    """Art. 29: whoever filed it for the applicant, also once their mandate is over."""
    if application.agent_id is None or represented(application):
        return application.agent_name
    return _("%(name)s（委托已经终止）") % {"name": application.agent_name}


def _materials(application: Application) -> Iterator[dict[str, Any]]:
    for _entry, present in asked_materials(application):
        if present is None:
            continue
        stopped = present.file.state == FileState.WITHDRAWN
        yield {
            "name": present.name,
            "file": present.file.given_name,
            "at": present.handed_in_at,
            "stopped": stopped,
            "url": "" if stopped else reverse("apply:material", args=[application.uid, present.uid]),
        }


def _with_query(name: str, **query: str) -> str:
    """An address of a room upstairs, or nothing when that room is not installed."""
    address = url_or_blank(name)
    return f"{address}?{urlencode(query)}" if address else ""
