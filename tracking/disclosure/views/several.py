"""Several at once from the queue: what was chosen, and what came of each."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.errors import Incomplete, Invalid
from hall.organisations.requests import hall_of
from tracking.disclosure.actions.several import DEEDS
from tracking.disclosure.actions.several import several as do_each
from tracking.disclosure.queries import PAGE
from tracking.disclosure.views.entering import discloser_of


@login_required
@require_POST
def several(request: HttpRequest, deed: str) -> HttpResponse:
    user = discloser_of(request)
    if deed not in DEEDS:
        raise Invalid(_("没有这种办理方式，请从列表选择。"))
    results = do_each(deed, _chosen(request), user)
    shown = [one.disclosure.uid for one in results if one.disclosure]
    record("disclosure.listed", actor=actor_of(user), hall_code=hall_of(request).code, shown=shown)
    done = sum(one.done for one in results)
    context = {"results": results, "done": done, "refused": len(results) - done}
    return render(request, "disclosure/results.html", context)


def _chosen(request: HttpRequest) -> list[tuple[UUID, int]]:
    """Each ticked row once, with the version that stood beside it; at most one page of them."""
    ticked = list(dict.fromkeys(request.POST.getlist("chosen")))
    if not ticked:
        raise Incomplete(_("请先勾选要一起办理的公示。"))
    if len(ticked) > PAGE:
        raise Invalid(_("一次最多办理 %(most)d 份。") % {"most": PAGE})
    try:
        return [(UUID(uid), int(seen)) for uid, _colon, seen in (one.partition(":") for one in ticked)]
    except ValueError:
        raise Invalid(_("提交的内容无法识别，请回到列表重新勾选。")) from None
