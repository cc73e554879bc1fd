"""The page of a department that was asked for its opinion: question, chosen materials, answer, and no more."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from applications.actions.answer_opinion import answer_opinion
from applications.forms.deed import words
from applications.queries.opinions import asked_of, due_of, materials_shown, waits
from applications.views.clerk.entering import note_reading
from hall.accounts.forms.pinning import pin
from hall.accounts.people import signed_in
from hall.errors import Incomplete, Invalid, NotFound
from hall.files.serve import send
from hall.organisations.requests import to_own_hall


class AnswerForm(forms.Form):
    opinion = words(gettext_lazy("答复意见"), rows=6, help_text=gettext_lazy("请写明依据和结论，答复一次。"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def opinion(request: HttpRequest, uid: UUID) -> HttpResponse:
    user = signed_in(request)
    asked = asked_of(user, uid)
    if request.method != "POST" and (elsewhere := to_own_hall(request, asked.department.hall)):
        return elsewhere
    form = AnswerForm(request.POST) if request.method == "POST" else AnswerForm()
    if request.method == "POST" and form.is_valid():
        try:
            answer_opinion(uid, user, answer=form.cleaned_data["opinion"])
        except (Incomplete, Invalid) as refusal:
            pin(form, refusal)
        else:
            messages.success(request, _("已答复。"))
            return redirect("desk:cases")
    note_reading(request, user, action="desk.opinion", hall=asked.department.hall, shown=[asked.application.uid])
    context = {
        "asked": asked,
        "due": due_of(asked),
        "form": form if waits(asked) else None,
        "materials": materials_shown(asked),
    }
    return render(request, "applications/clerk/opinion.html", context, status=422 if form.errors else 200)


@login_required
@require_safe
def material(request: HttpRequest, uid: UUID, material: UUID) -> FileResponse:
    found = materials_shown(asked_of(signed_in(request), uid)).filter(uid=material).first()
    if found is None:
        raise NotFound(_("没有找到这份材料。"))
    return send(found.file, request)
