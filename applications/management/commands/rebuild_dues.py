"""Derive every due date of every case again: after a restore, or to prove that none is a source."""

from typing import Any

from django.core.management.base import BaseCommand

from applications.actions.rebuild import rebuild
from applications.lifecycle import CaseState
from applications.models import Application


class Command(BaseCommand):
    help = "由事实重新推算全部办件的期限；可以随时运行，重复运行结果不变。"

    def handle(self, *args: Any, **options: Any) -> None:
        cases = Application.objects.exclude(state=CaseState.DRAFT).order_by("id").values_list("uid", flat=True)
        moved = counted = 0
        for uid in cases.iterator(chunk_size=500):
            moved += rebuild(uid)
            counted += 1
        self.stdout.write(f"已推算 {counted} 个办件，其中 {moved} 个的期限与原来不同。")
