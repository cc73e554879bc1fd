"""The one page of the demonstration treasury: an order of one's own, and a button that pays it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from applications.models import OrderState, PaymentOrder
from applications.rules import owned_by
from hall.accounts.people import signed_in
from integrations.treasury.demo import demo_treasury, pay


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def pay_page(request: HttpRequest, uid: UUID) -> HttpResponse:
    adapter = demo_treasury()
    own = PaymentOrder.objects.filter(application__in=owned_by(signed_in(request)), number__isnull=False)
    order = own.select_related("payee", "application").filter(uid=uid).first()
    if adapter is None or order is None:
        raise Http404
    if request.method == "POST":
        pay(order)
        messages.success(request, _("演示缴款完成，没有真实的款项往来。"))
        return redirect("apply:case", order.application.uid)
    payable = order.state == OrderState.ISSUED
    return render(request, "treasury/demo.html", {"order": order, "treasury": adapter, "payable": payable})
