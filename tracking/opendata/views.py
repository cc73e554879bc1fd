"""The public page of the data set, its exports and files; and the desk at which it is assessed and reviewed."""

from collections.abc import Callable
from tempfile import TemporaryFile
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hall.accounts.forms.pinning import done
from hall.accounts.models import User
from hall.accounts.people import signed_in
from hall.errors import Invalid, NotAllowed, NotFound, TooLarge
from hall.organisations.models import Hall
from hall.organisations.requests import hall_of, to_own_hall
from hall.throttling.spending import spend
from hall.throttling.streams import flows
from hall.uids import row_after
from tracking.opendata import queries, shapes
from tracking.opendata.actions import reviewing
from tracking.opendata.dictionary import FIELDS, row_of
from tracking.opendata.formats import MIME, PIECES
from tracking.opendata.forms import AssessmentForm, ChosenForm, ExportForm, NothingForm, RemarkForm
from tracking.opendata.lifecycle import DataSetState
from tracking.opendata.models import DataSet, Format
from tracking.opendata.ranges import serve
from tracking.opendata.reading import Chosen, Place, is_beyond, place_of, records
from tracking.opendata.rules import assessing_bar, halls_of, reviewing_bar
from tracking.opendata.workbook import write_xlsx

# A workbook is made before it is sent, so that it has an end: some seconds of work for so many rows. Beyond this, a CSV
# is streamed or the files are taken.
MOST_XLSX = 20_000
# What a workbook takes of an address's allowance, against a file that flows.
_WORKBOOK = 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is given out, in which fields, under which licence; the newest files with their digests."""
    data_set = queries.of_hall(hall_of(request))
    is_open = queries.is_open(data_set)
    files = queries.files(data_set) if data_set and is_open else []
    context = {"is_open": is_open, "fields": FIELDS, "files": files, "form": ExportForm(), "data_set": data_set}
    return render(request, "opendata/home.html", context | {"licence": settings.HALL_OPEN_DATA_LICENCE})


@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """The chosen records; CSV and JSON Lines flow, and go on behind ``after`` where they broke off."""
    hall = queries.opened(hall_of(request)).hall
    form = ExportForm(request.GET)
    if not form.is_valid():
        raise Invalid(_("查询条件有误。"), fields=problems(form))
    kind, chosen = Format(form.cleaned_data["format"]), form.chosen()
    after, address = place_of(hall, request.GET.get("after", "")), request.META.get("REMOTE_ADDR", "")

    def made() -> StreamingHttpResponse:
        # Within the place: whoever is told to come back has spent nothing.
        spend("open-data-export", address, limit=60, period=3600, cost=_WORKBOOK if kind == Format.XLSX else 1)
        return _workbook(hall, chosen, after) if kind == Format.XLSX else _flowing(kind, hall, chosen, after)

    return flows(made)


def _flowing(kind: Format, hall: Hall, chosen: Chosen, after: Place | None) -> StreamingHttpResponse:
    rows = (row_of(record) for record in records(hall, chosen, after))
    response = StreamingHttpResponse(PIECES[kind](rows, begin=after is None), content_type=MIME[kind])
    response["Content-Disposition"] = f'attachment; filename="register-{hall.code}.{kind}"'
    return response


def problems(form: ChosenForm) -> dict[str, list[str]]:
    return {name: list(map(str, errors)) for name, errors in form.errors.items()}


def _workbook(hall: Hall, chosen: Chosen, after: Place | None) -> FileResponse:
    if is_beyond(MOST_XLSX, hall, chosen, after):
        most = {"most": MOST_XLSX}
        raise TooLarge(_("超过 %(most)d 条，请缩小范围，或者下载 CSV、JSON Lines。") % most)
    # Django closes it when it has been sent.
    content = TemporaryFile()  # noqa: SIM115
    write_xlsx(content, (row_of(record) for record in records(hall, chosen, after)))
    content.seek(0)
    name = f"register-{hall.code}.xlsx"
    return FileResponse(content, as_attachment=True, filename=name, content_type=MIME[Format.XLSX])


@require_safe
def file(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    found = queries.file(queries.opened(hall_of(request)), uid)
    if found is None:
        raise NotFound(_("没有找到这个文件。"))
    return serve(found.file, found.name, request)


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """Every file with its size, rows and digests, newest first; ``next`` leads to the older ones."""
    data_set = queries.opened(hall_of(request))
    found = queries.files(data_set, queries.file(data_set, row_after(request.GET.get("before", ""))))
    older = str(found[-1].uid) if len(found) == queries.PAGE else ""
    told = {
        "licence": settings.HALL_OPEN_DATA_LICENCE,
        "files": [shapes.file_shape(one) for one in found],
        "next": older,
    }
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})


@login_required
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    user = _officer(request)
    halls = list(halls_of(user))
    hall = next((one for one in halls if one == hall_of(request)), halls[0])
    return to_own_hall(request, hall) or _desk(request, user, hall)


_DEEDS: dict[str, tuple[type[Any], Callable[..., DataSet]]] = {
    "pass": (RemarkForm, reviewing.open_up),
    "return": (RemarkForm, reviewing.send_back),
    "close": (NothingForm, reviewing.close),
}


@login_required
@require_POST
def deed(request: HttpRequest, deed: str) -> HttpResponse:
    """One deed on the hall's data set."""
    user, hall = _officer(request), hall_of(request)
    if hall not in halls_of(user) or deed not in ("send", *_DEEDS):
        raise NotFound(_("没有这项办理。"))
    form = AssessmentForm(request.POST) if deed == "send" else _DEEDS[deed][0](request.POST)
    if done(form, lambda: _do(deed, hall, user, form)):
        messages.success(request, _("已办理。"))
        return redirect("opendata:desk")
    return _desk(request, user, hall, {deed: form}, status=422)


def _do(deed: str, hall: Hall, user: User, form: Any) -> DataSet:
    if deed == "send":
        return reviewing.send(hall, user, **form.cleaned_data)
    return _DEEDS[deed][1](_data_set(hall).uid, user, **form.cleaned_data)


def _data_set(hall: Hall) -> DataSet:
    found = queries.of_hall(hall)
    if found is None:
        raise NotFound(_("没有找到这个数据集。"))
    return found


def _officer(request: HttpRequest) -> User:
    user = signed_in(request)
    if not halls_of(user).exists():
        raise NotAllowed(_("开放数据只对公示起草和保密审查岗位的工作人员开放。"))
    return user


def _desk(
    request: HttpRequest, user: User, hall: Hall, tried: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    data_set = queries.of_hall(hall)
    context = {
        "data_set": data_set,
        "is_open": queries.is_open(data_set),
        "texts": data_set.texts() if data_set else None,
        "deeds": _offered(user, hall, data_set) | (tried or {}),
        "tried": next(iter(tried.values()), None) if tried else None,
        "home": reverse("opendata:home"),
    }
    return render(request, "opendata/desk.html", context, status=status)


def _offered(user: User, hall: Hall, data_set: DataSet | None) -> dict[str, Any]:
    """The forms of what this person may do now."""
    state = data_set.state if data_set else DataSetState.CLOSED
    if data_set and state == DataSetState.REVIEWING:
        if reviewing_bar(user, data_set):
            return {}
        return {"pass": RemarkForm(auto_id="pass_%s"), "return": RemarkForm(auto_id="return_%s")}
    offered: dict[str, Any] = {"close": NothingForm()} if state == DataSetState.OPEN else {}
    if not assessing_bar(user, hall):
        offered["send"] = AssessmentForm(initial={"assessment": data_set.assessment if data_set else ""})
    return offered
