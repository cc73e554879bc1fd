"""Lifting a bar against a new application (行政许可法 Art. 78, 79)."""

from django.utils.translation import gettext_lazy as _

from applications.views.clerk.forms.base import DeedForm, words


class LiftBarForm(DeedForm):
    deed = "lift_bar"
    title = _("解除再次申请的限制")
    submit = _("解除限制")
    kind = "secondary"
    note = _("限制到期自动解除。所依据的决定被撤销或者确有错误的，由机关负责人提前解除。")
    says = {"opinion": "reason"}

    reason = words(_("解除的理由"), rows=3)
