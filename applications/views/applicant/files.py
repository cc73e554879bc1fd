"""Fetching a paper or a material of one's own case; what is not the visitor's is as if absent."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from applications.models import Paper
from applications.queries.mine import my_case, my_papers
from applications.rules import materials_for
from applications.views.applicant.pages import personal
from hall.accounts.people import signed_in
from hall.errors import NotFound
from hall.files.serve import send


@personal("GET")
def paper(request: HttpRequest, uid: UUID, paper: UUID) -> HttpResponseBase:
    user = signed_in(request)
    found: Paper | None = my_papers(user, my_case(user, uid)).filter(uid=paper).first()
    if found is None:
        raise NotFound(_("没有找到这份文书。"))
    if found.file is None:
        raise NotFound(_("文书正在生成，请稍后再下载。"))
    return send(found.file, request)


@personal("GET")
def material(request: HttpRequest, uid: UUID, material: UUID) -> HttpResponseBase:
    user = signed_in(request)
    found = materials_for(user).filter(application=my_case(user, uid), uid=material).select_related("file").first()
    if found is None:
        raise NotFound(_("没有找到这份材料。"))
    return send(found.file, request)
