"""``manage.py check_quota_order``: grants of a quota that went past an earlier case are told to supervision (R17)."""

from typing import Any

from django.core.management.base import BaseCommand

from applications.actions.tell_broken_order import tell_broken_order
from applications.queries.quota_order import broken_orders
from hall.clock import local_date


class Command(BaseCommand):
    help = "检查有数量限制的事项是否按受理先后顺序作出准予决定，越过的登记效能监督事件 R17"

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(broken_orders())
        for decision in found:
            case, since = decision.application, local_date(decision.decided_at)
            news = tell_broken_order(case.uid, handling=decision.handling.uid, since=since)
            self.stdout.write(f"{case.case_no}　{since}　{'已登记 R17' if news else '此前已登记'}")
        self.stdout.write(f"越过受理在先办件的准予决定：{len(found)}件")
