"""For staff: the drafts of the catalogue and what each still lacks."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hall.accounts.people import signed_in
from hall.accounts.rules import is_staff
from hall.catalogue.models import ItemVersion, State
from hall.errors import NotAllowed

SIZE = 50


@login_required
@require_safe
def draft_list(request: HttpRequest) -> HttpResponse:
    if not is_staff(signed_in(request)):
        raise NotAllowed(_("这一页供工作人员使用。"))
    after = request.GET.get("after", "")
    found = ItemVersion.objects.filter(state=State.DRAFT)
    if after.isdigit():
        found = found.filter(item__catalog_code__gt=after)
    rows = list(found.select_related("item").order_by("item__catalog_code")[: SIZE + 1])
    older = rows[SIZE - 1].item.catalog_code if len(rows) > SIZE else ""
    context = {"drafts": rows[:SIZE], "older": f"?after={older}" if older else ""}
    return render(request, "catalogue/drafts.html", context)
