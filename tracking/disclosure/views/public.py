"""The public decision (D-26) as a file: open to everybody as long as its record is public (行政许可法 Art. 40)."""

from uuid import UUID

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from applications.documents.kinds import Kind
from applications.models import Paper
from applications.models.paper import PaperState
from hall.errors import NotFound
from hall.files.serve import send
from hall.organisations.requests import hall_of
from tracking.register.queries import record


@require_safe
def decision(request: HttpRequest, uid: UUID) -> FileResponse:
    """Found by the code that its record names, so that none with words that were corrected since is handed out."""
    found = record(hall_of(request), uid)
    papers = Paper.objects.select_related("file").filter(kind=Kind.PUBLIC_DECISION).exclude(state=PaperState.VOIDED)
    paper = papers.filter(verify_code=found.decision_code).first() if found.decision_code else None
    if paper is None or paper.file is None:
        raise NotFound(_("公开书正在制作，请稍后再来。"))
    response = send(paper.file, request)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
