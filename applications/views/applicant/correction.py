"""Answering a correction notice: the listed entries and nothing else, each beside what was asked (Art. 32 (4))."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from applications.actions.materials import open_correction, take_back
from applications.actions.supply import supply_correction
from applications.filling import Problems
from applications.forms.questions import QuestionForm
from applications.forms.typed import more_rows, typed
from applications.forms.uploads import Asked, UploadForm
from applications.models import Application, Correction
from applications.queries.dues import clocks_of
from applications.queries.mine import holder_of
from applications.views.applicant.materials import as_uid
from applications.views.applicant.pages import own_case, personal
from applications.views.applicant.uploading import take_uploads
from hall.accounts.people import signed_in
from hall.catalogue.spec import FormField
from hall.errors import Incomplete


@personal("GET", "POST")
def correction(request: HttpRequest, uid: UUID) -> HttpResponse:
    application = own_case(request, uid)
    asked = open_correction(application)
    # Sent twice, or answered on another device: the case page tells where it stands now.
    if asked is None:
        return redirect("apply:case", uid)
    page = CorrectionPage(request, application, asked)
    return page.answer() if request.method == "POST" else page.show(application.all_answers, {})


class CorrectionPage:
    """One request for the answer to one notice."""

    def __init__(self, request: HttpRequest, application: Application, asked: Correction) -> None:
        self.request, self.application, self.asked = request, application, asked

    @property
    def fields(self) -> list[FormField]:
        wanted = self._wanted("field")
        return [field for field in self.application.spec.fields if field.key in wanted]

    @property
    def materials(self) -> Asked:
        """Only files of this round answer the notice."""
        wanted = self._wanted("material")
        current = self.application.materials.filter(round=self.asked.round, replaced_at=None)
        present = {one.key: one for one in current.select_related("file")}
        return [(one, present.get(one.key)) for one in self.application.spec.materials if one.key in wanted]

    def _wanted(self, target: str) -> set[str]:
        return {entry["key"] for entry in self.asked.entries if entry["target"] == target}

    def answer(self) -> HttpResponse:
        post, user = self.request.POST, signed_in(self.request)
        raw = typed(self.fields, post)
        taken, problems, status = take_uploads(self.request, self.application.uid, user, self.materials)
        if removed := post.get("remove_file"):
            take_back(self.application.uid, user, as_uid(removed))
        if taken:
            messages.success(self.request, _("已上传%(count)d个文件。") % {"count": taken})
        if problems or post.get("do") != "send":
            return self.show(more_rows(raw, post), problems, status=status)
        return self._send(raw)

    def _send(self, raw: dict[str, Any]) -> HttpResponse:
        try:
            supply_correction(self.application.uid, signed_in(self.request), raw)
        except Incomplete as refusal:
            told = {place: [str(word) for word in words] for place, words in refusal.fields.items()}
            return self.show(raw, told, status=refusal.status)
        messages.success(self.request, _("补正已提交，受理机关将在五个工作日内处理。"))
        return redirect("apply:case", self.application.uid)

    def show(self, values: dict[str, Any], problems: Problems, *, status: int = 200) -> HttpResponse:
        merged = {**self.application.all_answers, **values}
        here = {field.key: merged.get(field.key) for field in self.fields}
        questions = QuestionForm(self.fields, here, problems, asked_with=merged)
        uploads = UploadForm(self.materials, problems)
        told = {(entry["target"], entry["key"]): entry for entry in self.asked.entries}
        handling = holder_of(self.application)
        context = {
            "application": self.application,
            "correction": self.asked,
            "clocks": clocks_of(self.application, handling) if handling else [],
            "questions": [(told["field", question.key], question) for question in questions.layout],
            "uploads": [(told["material", upload.key], upload) for upload in uploads.layout],
            "links": [*questions.links, *uploads.links],
            "known": questions.known,
            "round": self.asked.round,
        }
        return render(self.request, "applications/applicant/correction.html", context, status=status)
