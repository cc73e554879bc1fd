"""Reducing a fee (行政许可法 Art. 58, 59): a published ground is picked, never an amount typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.models import Handling
from applications.queries.fees import order_of, reducible
from applications.views.clerk.forms.base import DeedForm, words


class ReduceFeeForm(DeedForm):
    deed = "reduce_fee"
    title = _("减免费用")
    submit = _("批准减免")
    kind = "secondary"
    note = _("只能按本事项公布的减免情形批准，金额由系统计算；原缴款单撤销，重新申请缴款单号。")

    ground = forms.ChoiceField(
        label=_("减免情形"), error_messages={"required": _("请选择。"), "invalid_choice": _("请选择。")}
    )
    why = words(_("核实的情况"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        order = order_of(handling.application)
        if order:
            order.application = handling.application
            self.fields["ground"].choices = reducible(order)  # type: ignore[attr-defined]
