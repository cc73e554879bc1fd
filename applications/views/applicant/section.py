"""One section of an item's form. Every button saves first, and what was typed always comes back, right or wrong."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from applications import filling
from applications.actions.keep import DraftChanged, Kept, keep_part, mark_of
from applications.forms.questions import QuestionForm
from applications.forms.typed import more_rows, typed
from applications.models import Application
from applications.queries.draft import parts_of
from applications.views.applicant.pages import is_draft, own_case, personal
from hall.accounts.people import signed_in
from hall.catalogue.spec import Section, said


@personal("GET", "POST")
def section(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    draft = own_case(request, uid)
    if not is_draft(draft) and request.method != "POST":
        return redirect("apply:case", uid)
    if not 1 <= number <= len(draft.spec.sections):
        raise Http404
    page = SectionPage(request, draft, number)
    return page.save() if request.method == "POST" else page.show()


class SectionPage:
    """One request for one section."""

    def __init__(self, request: HttpRequest, draft: Application, number: int) -> None:
        self.request, self.draft, self.number = request, draft, number
        self.section: Section = draft.spec.sections[number - 1]
        self.keys = [field.key for field in self.section.fields]

    def show(self) -> HttpResponse:
        """``?check=1`` is how the check page leads to what is missing: it is marked at once."""
        problems: filling.Problems = {}
        if "check" in self.request.GET:
            _answers, problems = filling.fill(self.draft.spec, self.draft.all_answers, whole=True)
        return self._render(self.draft.all_answers, problems)

    def save(self) -> HttpResponse:
        post, user = self.request.POST, signed_in(self.request)
        raw = typed(self.section.fields, post)
        try:
            kept = keep_part(self.draft.uid, user, self.section.fields, raw, seen=post.get("seen", ""))
        except DraftChanged as changed:
            return self._changed(changed, raw)
        self.draft = kept.draft
        if post.get("do") == "autosave":
            return JsonResponse({"saved": _saved_text(self.draft), "seen": mark_of(self.draft, self.keys)})
        if "add" in post or "remove" in post:
            return self._render(more_rows(raw, post), {})
        return self._go_on(kept, raw)

    def _go_on(self, kept: Kept, raw: Mapping[str, Any]) -> HttpResponse:
        for warning in kept.warnings:
            messages.warning(self.request, warning)
        if self.request.POST.get("do") == "save":
            messages.success(self.request, _("草稿已保存。"))
            return redirect("apply:case", self.draft.uid)
        if self.request.POST.get("do") == "back":
            return redirect(self._back_url())
        # Nobody is blamed for a question that they could not see yet.
        problems = {
            place: words for place, words in kept.problems.items() if place.partition(".")[0] not in kept.fresh
        }
        if problems:
            return self._render(raw, problems, status=422)
        if len(kept.problems) > len(problems):
            return self._render(raw, {}, fresh=True)
        return redirect(self._next_url())

    def _changed(self, changed: DraftChanged, raw: Mapping[str, Any]) -> HttpResponse:
        """Both are shown; sending again keeps what stands in the page."""
        self.draft = changed.draft
        if self.request.POST.get("do") == "autosave":
            return JsonResponse({"message": str(changed.message)}, status=changed.status)
        return self._render(raw, {}, changed=changed, status=changed.status)

    def _render(
        self,
        values: Mapping[str, Any],
        problems: filling.Problems,
        *,
        status: int = 200,
        fresh: bool = False,
        changed: DraftChanged | None = None,
    ) -> HttpResponse:
        here = {key: value for key, value in values.items() if key in self.keys}
        # The check itself says what is asked, so that no answer to a hidden question asks another one.
        answers, _half = filling.fill(self.draft.spec, {**self.draft.all_answers, **here}, whole=False)
        form = QuestionForm(self.section.fields, here, self._here(problems), asked_with=answers)
        context = {
            "draft": self.draft,
            "form": form,
            "title": said(self.section.title),
            "number": self.number,
            "count": len(self.draft.spec.sections) + 2,
            "seen": mark_of(self.draft, self.keys),
            "saved": _saved_text(self.draft),
            "fresh": fresh,
            "changed": changed,
        }
        return render(self.request, "applications/applicant/section.html", context, status=status)

    def _here(self, problems: filling.Problems) -> filling.Problems:
        return {place: words for place, words in problems.items() if place.partition(".")[0] in self.keys}

    def _back_url(self) -> str:
        """The section before in which something is asked, else the list of tasks."""
        earlier = [part for part in parts_of(self.draft) if part.number < self.number and part.progress != "later"]
        if earlier:
            return reverse("apply:section", args=[self.draft.uid, earlier[-1].number])
        return reverse("apply:case", args=[self.draft.uid])

    def _next_url(self) -> str:
        """The next section in which something is asked, then the materials."""
        later = [part for part in parts_of(self.draft) if part.number > self.number and part.progress != "later"]
        if later:
            return reverse("apply:section", args=[self.draft.uid, later[0].number])
        return reverse("apply:materials", args=[self.draft.uid])


def _saved_text(draft: Application) -> str:
    return _("已保存 %(time)s") % {"time": localtime(draft.saved_at).strftime("%H:%M")}
