"""My data: seen masked, contact data corrected, password changed (个人信息保护法 Art. 45, 46)."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from hall.accounts.actions.change_contact import change_contact
from hall.accounts.actions.change_password import change_password
from hall.accounts.forms.profile import ChangePasswordForm, ContactForm
from hall.accounts.passwords import must_change
from hall.accounts.people import signed_in
from hall.clock import now
from hall.masking import mask_address, mask_id_number, mask_phone
from hall.organisations.requests import hall_of


@never_cache
@login_required
@require_safe
def profile(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    context = {
        "id_number": mask_id_number(user.id_number) if user.id_number else "",
        "phone": mask_phone(user.phone) if user.phone else "",
        "address": mask_address(user.address) if user.address else "",
        "posts": user.posts.select_related("department"),
    }
    return render(request, "accounts/profile.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = ContactForm(request.POST or None, initial={"phone": user.phone, "address": user.address})
    if request.method == "POST" and form.is_valid():
        change_contact(user, **form.cleaned_data, hall_code=hall_of(request).code)
        messages.success(request, _("联系方式已保存。"))
        return redirect("accounts:profile")
    return render(request, "accounts/contact.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@login_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = ChangePasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        change_password(user, form.cleaned_data["new_password1"], hall_code=hall_of(request).code)
        # Every other session of this account ends; this one goes on under a new key.
        update_session_auth_hash(request, user)
        messages.success(request, _("密码已修改。"))
        return redirect("accounts:profile")
    context = {"form": form, "due": must_change(user, now())}
    return render(request, "accounts/password.html", context, status=422 if form.errors else 200)
