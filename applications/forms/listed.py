"""One case as a line of a list: the page of my cases and the panel of my space draw the same line."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from applications.lifecycle import CaseState
from applications.models import Application
from applications.queries.mine import Row
from applications.templatetags.cases import grouped
from hall.clock import day_in_words, moment_in_words
from hall.organisations.models import Department


def entry_of(row: Row) -> dict[str, Any]:
    application = row.application
    return {
        "title": application.offering.name,
        "url": reverse("apply:case", args=[application.uid]),
        "meta": _meta(row),
        "tag": application.get_state_display(),
        "lamp": row.lamp.lamp,
        "lamp_text": row.lamp.days_text,
    }


def _meta(row: Row) -> str:
    application = row.application
    department = (row.handling or application.offering).department
    if application.agent_id:
        return _("申请人%(applicant)s · 代理人%(agent)s · ") % _people(application) + _of(row, department)
    return _of(row, department)


def _people(application: Application) -> dict[str, str]:
    return {"applicant": application.applicant_name, "agent": application.agent_name}


def _of(row: Row, department: Department) -> str:
    application = row.application
    if application.state == CaseState.DRAFT:
        words = {"department": department.name, "saved": moment_in_words(application.saved_at)}
        return _("%(department)s · %(saved)s 保存") % words
    assert application.received_at is not None
    words = {
        "department": department.name,
        "received": day_in_words(application.received_at),
        "number": " ".join(grouped(application.case_no or "")),
    }
    return _("%(department)s · %(received)s 提交 · %(number)s") % words
