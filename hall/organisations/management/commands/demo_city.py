"""``manage.py demo_city``: divisions, one hall each and their departments; idempotent."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from hall.clock import today
from hall.organisations.demo import build_city
from hall.organisations.demo.entrustments import build_entrustment


class Command(BaseCommand):
    help = "演示城市：行政区划、市级和各区县大厅、各部门（可重复执行）"

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.HALL_DEMO:
            raise CommandError("HALL_DEMO 已关闭：正式安装不创建演示大厅和部门。")
        halls, departments = build_city(today())
        build_entrustment(today())
        self.stdout.write(f"演示城市：{len(halls)}个大厅，{len(departments)}个部门。")
