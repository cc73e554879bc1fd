"""Answering a correction notice: the listed entries and nothing else, each beside what was asked (Art. 32 (4))."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from applications.actions.listing import place_of
from applications.actions.materials import open_correction, take_back
from applications.actions.spot_correct import correct_on_spot
from applications.actions.supply import supply_correction
from applications.filling import Problems
from applications.forms.questions import QuestionForm
from applications.forms.typed import more_rows, typed
from applications.forms.uploads import Asked, UploadForm
from applications.models import Application, Correction, SpotCorrection
from applications.queries.dues import clocks_of
from applications.queries.mine import holder_of
from applications.queries.spot import open_spot_correction
from applications.views.applicant.materials import as_uid
from applications.views.applicant.pages import own_case, personal
from applications.views.applicant.uploading import take_uploads
from hall.accounts.people import signed_in
from hall.catalogue.spec import FormField
from hall.errors import Incomplete, Invalid, TooLarge


@personal("GET", "POST")
def correction(request: HttpRequest, uid: UUID) -> HttpResponse:
    application = own_case(request, uid)
    page = _page(request, application)
    # Sent twice, or answered on another device: the case page tells where it stands now.
    if page is None:
        return redirect("apply:case", uid)
    return page.answer() if request.method == "POST" else page.show(application.all_answers, {})


def _page(request: HttpRequest, application: Application) -> "CorrectionPage | None":
    """The notice that waits for an answer, or what the window opened for today (Art. 32 (3))."""
    if asked := open_correction(application):
        return CorrectionPage(request, application, asked)
    if spot := open_spot_correction(application):
        return SpotPage(request, application, spot)
    return None


class CorrectionPage:
    """One request for the answer to one notice."""

    template = "applications/applicant/correction.html"
    done = _lazy("补正已提交，受理机关将在五个工作日内处理。")

    def __init__(self, request: HttpRequest, application: Application, asked: Correction | SpotCorrection) -> None:
        self.request, self.application, self.asked = request, application, asked

    @property
    def fields(self) -> list[FormField]:
        wanted = self._wanted("field")
        return [field for field in self.application.spec.fields if field.key in wanted]

    @property
    def materials(self) -> Asked:
        """Only files of this round answer the notice."""
        wanted = self._wanted("material")
        assert isinstance(self.asked, Correction)
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
            self._act(raw)
        except (Incomplete, Invalid, TooLarge) as refusal:
            told = {place: [str(word) for word in words] for place, words in refusal.fields.items()}
            return self.show(raw, told, status=refusal.status)
        messages.success(self.request, self.done)
        return redirect("apply:case", self.application.uid)

    def _act(self, raw: dict[str, Any]) -> None:
        supply_correction(self.application.uid, signed_in(self.request), raw, unsupplied=self._reasons())

    def _reasons(self) -> dict[str, str]:
        """Why an entry cannot be supplied, as typed beside it."""
        places = [place_of(entry) for entry in self.asked.entries]
        return {place: self.request.POST.get(f"unsupplied.{place}", "") for place in places}

    def _told(self) -> dict[tuple[str, str], dict[str, Any]]:
        """What the notice says of each entry, with the reason typed against it."""
        reasons = self._reasons()
        return {
            (entry["target"], entry["key"]): {**entry, "place": place_of(entry), "reason": reasons[place_of(entry)]}
            for entry in self.asked.entries
        }

    def show(self, values: dict[str, Any], problems: Problems, *, status: int = 200) -> HttpResponse:
        merged = {**self.application.all_answers, **values}
        here = {field.key: merged.get(field.key) for field in self.fields}
        questions = QuestionForm(self.fields, here, problems, asked_with=merged)
        uploads = UploadForm(self.materials, problems)
        told = self._told()
        handling = holder_of(self.application)
        context = {
            "application": self.application,
            "correction": self.asked,
            "clocks": clocks_of(self.application, handling) if handling else [],
            "questions": [(told["field", question.key], question) for question in questions.layout],
            "uploads": [(told["material", upload.key], upload) for upload in uploads.layout],
            "links": [*questions.links, *uploads.links],
            "known": questions.known,
            "general": problems.get("entries", []),
        }
        return render(self.request, self.template, context, status=status)


class SpotPage(CorrectionPage):
    """What the window opened for today: answers and files are sent together, and count at once (Art. 32 (3))."""

    template = "applications/applicant/spot.html"
    done = _lazy("已当场更正，收件时间不变。")

    @property
    def materials(self) -> Asked:
        wanted = self._wanted("material")
        return [(one, None) for one in self.application.spec.materials if one.key in wanted]

    def answer(self) -> HttpResponse:
        raw = typed(self.fields, self.request.POST)
        if self.request.POST.get("do") != "send":
            return self.show(more_rows(raw, self.request.POST), {})
        return self._send(raw)

    def _act(self, raw: dict[str, Any]) -> None:
        names = {f"material.{material.key}": material.key for material, _none in self.materials}
        uploads = {names[place]: upload for place, upload in self.request.FILES.items() if place in names}
        correct_on_spot(self.application.uid, signed_in(self.request), raw, uploads)

    def _told(self) -> dict[tuple[str, str], dict[str, Any]]:
        return {(entry["target"], entry["key"]): entry for entry in self.asked.entries}
