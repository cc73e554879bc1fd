"""The list of what is still to be done in a draft, and throwing a draft away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications.actions.start import discard
from applications.models import Application
from applications.queries.draft import materials_missing, parts_of
from applications.views.applicant.pages import is_draft, own_case, personal
from hall.accounts.people import signed_in


def task_list(request: HttpRequest, draft: Application) -> HttpResponse:
    tasks = [*_sections(draft), _materials(draft)]
    ready = all(task["state"] in ("done", "later") for task in tasks)
    tasks.append(
        {
            "title": _("核对并提交"),
            "state": "todo" if ready else "later",
            "url": reverse("apply:check", args=[draft.uid]) if ready else "",
            "hint": "" if ready else _("以上各项完成后可以提交。"),
        }
    )
    context = {"draft": draft, "tasks": tasks, "ready": ready, "go_on": _go_on(tasks)}
    return render(request, "applications/applicant/tasks.html", context)


def _sections(draft: Application) -> list[dict[str, Any]]:
    return [
        {
            "title": part.title,
            "state": part.progress,
            "url": reverse("apply:section", args=[draft.uid, part.number]),
            "hint": _("根据已填内容，这一部分不需要填写。") if part.progress == "later" else "",
        }
        for part in parts_of(draft)
    ]


def _materials(draft: Application) -> dict[str, Any]:
    missing = materials_missing(draft)
    text = ngettext("还有%(count)d份必交材料没有上传。", "还有%(count)d份必交材料没有上传。", missing)
    return {
        "title": _("上传申请材料"),
        "state": "todo" if missing else "done",
        "url": reverse("apply:materials", args=[draft.uid]),
        "hint": text % {"count": missing} if missing else "",
    }


def _go_on(tasks: list[dict[str, Any]]) -> str:
    """The first thing that is not done."""
    return next((str(task["url"]) for task in tasks if task["state"] in ("todo", "problem") and task["url"]), "")


@personal("GET", "POST")
def discard_page(request: HttpRequest, uid: UUID) -> HttpResponse:
    draft = own_case(request, uid)
    if not is_draft(draft):
        return redirect("apply:case", uid)
    if request.method == "POST":
        discard(uid, signed_in(request))
        messages.success(request, _("草稿已删除。"))
        return redirect("apply:mine")
    return render(request, "applications/applicant/discard.html", {"draft": draft})
