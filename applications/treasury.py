"""The treasury that fees are paid to (行政许可法 Art. 59: all of it); settings.HALL_TREASURY names the adapter.

It gives out the order numbers (缴款单号) by which alone a fee is paid, and says what was paid. The hall takes no money.
Adapters live in ``integrations``. What a treasury sends is a signed message: see ``Treasury.read``.
"""

import json
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.hmac import HMAC
from django.conf import settings
from django.utils.crypto import constant_time_compare
from django.utils.dateparse import parse_datetime
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from hall.catalogue.fees import CENT, TOO_MUCH
from hall.errors import Invalid, NotAllowed
from hall.keyring import ring

# 缴款单号 50 of GB/T 39046 Table 14.
NUMBER_LENGTH = 50


@dataclass(frozen=True, slots=True)
class OrderRequest:
    """What a treasury needs to open an order: GB/T 39046 Table 14, and each fee with its amount."""

    case_no: str
    payee: str
    payee_code: str
    payer: str
    amount: Decimal
    lines: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class PaidNotice:
    """What a treasury says was paid. ``case_no`` may be empty; ``receipt_no`` is that of the fiscal receipt."""

    number: str
    amount: Decimal
    paid_at: datetime
    payer: str = ""
    receipt_no: str = ""
    case_no: str = ""


class Treasury(ABC):
    """Base of every adapter. An error of any kind counts as no answer and is asked again later."""

    # How the page calls it; a demonstration says so in its name.
    name: Any

    @abstractmethod
    def issue(self, order: OrderRequest, key: str) -> str:
        """Open an order and give its number. Called at least once: the same ``key`` is the same order."""

    @abstractmethod
    def withdraw(self, number: str) -> None:
        """Close an order that is not to be paid any more; one that is closed already stays so."""

    @abstractmethod
    def pay_url(self, uid: str, number: str) -> str:
        """Where the applicant pays this order; empty where it is paid at a bank's counter."""

    def read(self, body: bytes, signature: str) -> PaidNotice:
        """The message, once it is proven to be the treasury's. Raises NotAllowed or Invalid."""
        if not constant_time_compare(sign(body), signature.strip().lower()):
            raise NotAllowed(_("签名不符，这不是收缴系统发来的通知。"))
        return _notice(body)


def treasury() -> Treasury:
    adapter: Treasury = import_string(settings.HALL_TREASURY)()
    return adapter


def sign(body: bytes) -> str:
    """HMAC-SM3 of a message under the key that hall and treasury share, as hexadecimal digits."""
    code = HMAC(_key(), hashes.SM3())
    code.update(body)
    return code.finalize().hex()


def _key() -> bytes:
    """The key that was agreed upon, else one that this installation made for its own demonstration."""
    if settings.HALL_TREASURY_KEY:
        return str(settings.HALL_TREASURY_KEY).encode()
    keys = ring(settings.KEY_DIR, "treasury")
    return keys[max(keys)]


def _notice(body: bytes) -> PaidNotice:
    try:
        told = json.loads(body)
    except ValueError:
        raise Invalid(_("通知的内容不是JSON。")) from None
    if not isinstance(told, dict):
        raise Invalid(_("通知的内容不是JSON。"))
    texts = {name: _text(told, name, most) for name, most in _TEXTS.items()}
    if not texts["number"]:
        raise _unreadable("number")
    return PaidNotice(amount=_amount(told), paid_at=_moment(told), **texts)


_TEXTS = {"number": NUMBER_LENGTH, "payer": 200, "receipt_no": 50, "case_no": 50}


def _text(told: dict[str, Any], name: str, most: int) -> str:
    value = told.get(name, "")
    if not isinstance(value, str) or len(value) > most or not value.isprintable():
        raise _unreadable(name)
    return value.strip()


def _amount(told: dict[str, Any]) -> Decimal:
    """Written as text, so that no float ever touches money."""
    written = told.get("amount")
    try:
        amount = Decimal(written) if isinstance(written, str) else Decimal("NaN")
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or not 0 < amount < TOO_MUCH or amount != amount.quantize(CENT):
        raise _unreadable("amount")
    return amount.quantize(CENT)


def _moment(told: dict[str, Any]) -> datetime:
    written = told.get("paid_at")
    try:
        moment = parse_datetime(written) if isinstance(written, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise _unreadable("paid_at")
    return moment


def _unreadable(name: str) -> Invalid:
    return Invalid(_("通知的内容不完整或者不能识别。"), fields={name: [_("不能识别。")]})
