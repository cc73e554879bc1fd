"""The exams of a department: planning one, its candidates, and its marks from a list that is tried first (Art. 54)."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from applications.actions.exams import plan_sitting
from applications.actions.import_marks import MarkLine, import_marks, try_marks
from applications.models import ExamSitting
from applications.queries.exams import candidates_of, exam_offerings, sitting_for, sittings_of
from applications.rules import exam_departments
from applications.views.clerk.entering import note_reading
from applications.views.clerk.forms.exams import MarksForm, SittingForm
from hall.accounts.forms.pinning import pin
from hall.accounts.models import User
from hall.accounts.people import signed_in
from hall.clock import now
from hall.errors import Incomplete, Invalid, NotAllowed, TooLarge
from hall.organisations.requests import to_own_hall

MOST = 200


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def exams(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    if not exam_departments(user):
        raise NotAllowed(_("考试安排只对审查岗位开放。"))
    offerings = exam_offerings(user)
    form = SittingForm(offerings, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            sitting = plan_sitting(user, **form.told())
        except (Incomplete, Invalid) as refusal:
            pin(form, refusal)
        else:
            messages.success(request, _("考试已安排。"))
            return redirect("desk:exam", sitting.uid)
    context = {"form": form if offerings else None, "sittings": sittings_of(user)[:MOST]}
    return render(request, "applications/clerk/exams.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def exam(request: HttpRequest, uid: UUID) -> HttpResponse:
    user = signed_in(request)
    sitting = sitting_for(user, uid)
    if request.method == "POST":
        return _marks(request, user, sitting)
    if elsewhere := to_own_hall(request, sitting.department.hall):
        return elsewhere
    return _page(request, user, sitting, MarksForm())


def _marks(request: HttpRequest, user: User, sitting: ExamSitting) -> HttpResponse:
    """Tried with the first button, entered with the second; a list with a mistake comes back line by line."""
    form = MarksForm(request.POST, request.FILES)
    lines: list[MarkLine] = []
    text = ""
    if form.is_valid():
        try:
            text = _text_of(form)
            if request.POST.get("step") == "enter":
                count = import_marks(sitting, user, text, why=form.cleaned_data["why"])
                messages.success(request, _("已登记%(count)d人的成绩。") % {"count": count})
                return redirect("desk:exam", sitting.uid)
            lines = try_marks(sitting, user, text)
        except (Incomplete, Invalid, TooLarge) as refusal:
            pin(form, refusal)
    return _page(request, user, sitting, form, lines=lines, text=text)


def _text_of(form: MarksForm) -> str:
    """UTF-8 as programs write it, or GB 18030 as spreadsheets here do."""
    if not form.cleaned_data["file"]:
        return str(form.cleaned_data["text"])
    content = form.cleaned_data["file"].read()
    for coding in ("utf-8-sig", "gb18030"):
        try:
            return str(content.decode(coding)).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    told = _("文件的编码不能识别，请另存为UTF-8的CSV。")
    raise Invalid(told, fields={"file": [told]})


def _page(
    request: HttpRequest,
    user: User,
    sitting: ExamSitting,
    form: MarksForm,
    *,
    lines: list[MarkLine] | None = None,
    text: str = "",
) -> HttpResponse:
    candidates = candidates_of(sitting)
    shown = [seat.application.uid for seat, _marks in candidates]
    note_reading(request, user, action="desk.exam", hall=sitting.department.hall, shown=shown)
    context = {
        "sitting": sitting,
        "candidates": candidates,
        "form": form if sitting.held_at <= now() else None,
        "lines": lines,
        "text": text,
        "sound": bool(lines) and not any(line.problem for line in lines or ()),
        "corrects": any(line.corrects for line in lines or ()),
    }
    return render(request, "applications/clerk/exam.html", context, status=422 if form.errors else 200)
