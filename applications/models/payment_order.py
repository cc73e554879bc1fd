"""The payment order 缴款单 of a case and what the treasury said of it (行政许可法 Art. 59; GB/T 39046 Table 14).

Amounts come from the item version that is pinned to the case, line by line; nobody types one. An order that was reduced
or is owed no more is withdrawn and kept.
"""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.handling import Handling
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.organisations.models import Department
from hall.uids import uid7

if TYPE_CHECKING:
    from django.db.models import QuerySet


class OrderState(models.TextChoices):
    ASKED = "asked", _("正在申请缴款单号")
    ISSUED = "issued", _("待缴款")
    PAID = "paid", _("已缴款")
    WAIVED = "waived", _("已免缴")
    WITHDRAWN = "withdrawn", _("已撤销")


UNPAID = [OrderState.ASKED, OrderState.ISSUED]


class PaymentOrder(models.Model):
    """``lines`` are frozen: row, name, standard, basis and amount as the item says, and what was taken off and why."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="payment_orders")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="+")
    # 收费单位: in whose name the fee is collected.
    payee = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=OrderState.choices, default=OrderState.ASKED)
    amount = models.DecimalField(max_digits=16, decimal_places=2)
    lines = models.JSONField()
    # 缴款单号, given by the treasury.
    number = models.CharField(max_length=50, unique=True, null=True)  # noqa: DJ001 - none until the treasury gave it
    asked_at = models.DateTimeField(default=now)
    issued_at = models.DateTimeField(null=True)
    paid_at = models.DateTimeField(null=True)
    payer = EncryptedTextField(blank=True)
    receipt_no = models.CharField(max_length=50, blank=True)
    # Who let some of it off, as far as this order is less than the one before.
    reduced_by_uid = models.UUIDField(null=True)
    reduced_by_name = models.CharField(max_length=100, blank=True)
    reduced_why = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.CharField(max_length=200, blank=True)

    if TYPE_CHECKING:
        notices: "QuerySet[PaymentNotice]"

    class Meta:
        ordering = ["id"]
        verbose_name = _("缴款单")
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=~Q(state=OrderState.WITHDRAWN), name="one_payment_order"
            ),
            models.CheckConstraint(
                condition=Q(state=OrderState.WAIVED, amount=0) | (~Q(state=OrderState.WAIVED) & Q(amount__gt=0)),
                name="waived_is_nothing_to_pay",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[OrderState.ISSUED, OrderState.PAID]) | Q(number__isnull=False),
                name="paid_by_number_only",
            ),
        ]

    @property
    def is_settled(self) -> bool:
        """Whether nothing is owed on it any more."""
        return self.state in (OrderState.PAID, OrderState.WAIVED)


class Refusal(models.TextChoices):
    """Why a notice was not taken: each is event R10 of domain.md §7.4."""

    WRONG_AMOUNT = "wrong_amount", _("金额与缴款单不一致")
    NOT_OWED = "not_owed", _("缴款单已经撤销，不应缴款")
    UNKNOWN = "unknown", _("没有这个缴款单号，本办件没有这笔收费")


class PaymentNotice(models.Model):
    """One message of the treasury about one case; the same number and amount again is the same message."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="payment_notices")
    order = models.ForeignKey(PaymentOrder, on_delete=models.PROTECT, null=True, related_name="notices")
    number = models.CharField(max_length=50)
    amount = models.DecimalField(max_digits=16, decimal_places=2)
    paid_at = models.DateTimeField()
    received_at = models.DateTimeField(default=now)
    refused = models.CharField(max_length=20, choices=Refusal.choices, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["application", "number", "amount"], name="one_notice_of_a_payment"),
        ]
