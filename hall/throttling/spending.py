"""Spending from an allowance: one statement that counts, so that no two processes can both take the last try.

Call it before the deed and outside any transaction: a count inside a transaction that fails is undone, and the
failed tries are the very ones that must be counted. A call inside one is therefore refused.
"""

from datetime import datetime, timedelta
from math import ceil

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from hall.clock import now
from hall.crypto import blind_index
from hall.errors import TooMany
from hall.throttling.models import Allowance

# A window that has ended is opened anew by the same statement; nothing has to tidy up between the two.
_SPEND = """
    INSERT INTO throttling_allowance AS held (bucket, key, window_ends_at, spent)
    VALUES (%(bucket)s, %(key)s, %(ends)s, %(cost)s)
    ON CONFLICT (bucket, key) DO UPDATE SET
        spent = CASE WHEN held.window_ends_at <= %(now)s THEN %(cost)s
                     ELSE LEAST(held.spent + %(cost)s, 2000000000) END,
        window_ends_at = CASE WHEN held.window_ends_at <= %(now)s THEN %(ends)s ELSE held.window_ends_at END
    RETURNING spent, window_ends_at
"""


def spend(bucket: str, key: str, *, limit: int, period: int, cost: int = 1) -> None:
    """Take ``cost`` from the ``limit`` tries that ``key`` has in ``period`` seconds; TooMany when they are gone."""
    moment = now()
    spent, window_ends_at = _count(bucket, blind_index(key), moment, timedelta(seconds=period), cost)
    if spent > limit:
        wait = max(1, ceil((window_ends_at - moment).total_seconds()))
        raise TooMany(_("操作过于频繁，请稍后再试。"), retry_after=wait)


@transaction.atomic(durable=True)
def _count(bucket: str, key: str, moment: datetime, period: timedelta, cost: int) -> tuple[int, datetime]:
    values: dict[str, str | int | datetime] = {
        "bucket": bucket,
        "key": key,
        "now": moment,
        "ends": moment + period,
        "cost": cost,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SPEND, values)
        spent, window_ends_at = cursor.fetchone()
    return spent, window_ends_at


def forget_closed() -> int:
    """Delete the windows that have ended; run daily, since only tidiness depends on it."""
    deleted, _by_model = Allowance.objects.filter(window_ends_at__lte=now()).delete()
    return deleted
