"""The verification page: open to everybody who holds a paper, since a paper is shown to banks, landlords and courts."""

import re

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from applications.documents.comparison import Match, compare
from applications.queries.papers import Verification, Worth, verification_of
from hall.errors import TooLarge
from hall.numbering.codes import read_code
from hall.throttling.spending import spend

# A counter that checks papers all day stays below; trying codes by machine does not.
LOOKS, UPLOADS, TEN_MINUTES = 120, 20, 600


class HeldPaperForm(forms.Form):
    """The PDF in the visitor's hands; it is read and forgotten."""

    paper = forms.FileField(
        label=_("您手中的PDF文件"),
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
        error_messages={"required": _("请先选择要核对的PDF文件。"), "empty": _("文件是空的，请重新选择。")},
    )


@require_safe
def look_up(request: HttpRequest) -> HttpResponse:
    """For those who cannot scan: type the code printed on the paper."""
    # What no code can hold (a slash, a dot) would be another address.
    code = re.sub(r"[^0-9A-Z]", "", read_code(request.GET.get("code", "")))
    return redirect("papers:verify", code) if code else render(request, "papers/look_up.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest, code: str) -> HttpResponse:
    spend("verify_paper", request.META["REMOTE_ADDR"], limit=LOOKS, period=TEN_MINUTES)
    paper = verification_of(code)
    if paper.worth == Worth.UNKNOWN:
        return render(request, "papers/verify.html", {"paper": paper, "code": code}, status=404)
    sent = request.method == "POST"
    form = HeldPaperForm(request.POST, request.FILES) if sent else HeldPaperForm()
    match = _match(request, form, paper) if sent else None
    status = 400 if form.errors else 200
    return render(request, "papers/verify.html", {"paper": paper, "form": form, "match": match}, status=status)


def _match(request: HttpRequest, form: HeldPaperForm, paper: Verification) -> Match | None:
    spend("compare_paper", request.META["REMOTE_ADDR"], limit=UPLOADS, period=TEN_MINUTES)
    if not form.is_valid():
        return None
    held = form.cleaned_data["paper"]
    if held.size > settings.HALL_UPLOAD_MAX_BYTES:
        raise TooLarge(_("文件过大，不可能是本厅出具的文书。"))
    return compare(held.read(), paper.sm3)
