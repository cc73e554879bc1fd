"""``manage.py import_register FILE --source NAME``: an older register into the public one, from CSV or JSON Lines."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from hall.errors import Refused
from hall.organisations.models import Hall
from tracking.opendata.actions.importing import Report, import_rows
from tracking.opendata.importing.sources import read_rows

MOST = 200


class Command(BaseCommand):
    help = "导入历史公示记录（CSV 或 JSON Lines，UTF-8，字段见开放数据的数据字典）；可重复执行，重复和有误的行逐条列出"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE")
        parser.add_argument("--source", required=True, help="来源名称；同一来源的同一行只导入一次")
        parser.add_argument("--hall", default=settings.HALL_CITY_CODE, help="行内没有大厅代码时归属的大厅")
        parser.add_argument("--dry-run", action="store_true", help="只检查，什么都不写入")

    def handle(self, *args: Any, **options: Any) -> None:
        hall = Hall.objects.filter(code=options["hall"]).first()
        if hall is None:
            raise CommandError(f"没有代码为 {options['hall']} 的大厅")
        try:
            rows = read_rows(options["path"])
            report = import_rows(rows, source=options["source"], hall=hall, dry_run=options["dry_run"])
        except (Refused, OSError) as problem:
            raise CommandError(str(problem)) from problem
        self._tell(report, dry_run=options["dry_run"])

    def _tell(self, report: Report, *, dry_run: bool) -> None:
        listed = [*report.problems, *report.duplicates]
        for one in listed[:MOST]:
            self.stdout.write(str(one))
        if len(listed) > MOST:
            self.stdout.write(f"……另有 {len(listed) - MOST} 处")
        word = "将写入" if dry_run else "写入"
        numbers = f"{word} {report.entered} 条，未变 {report.unchanged} 条，重复 {len(report.duplicates)} 条"
        self.stdout.write(f"{numbers}，有误 {len({one.row for one in report.problems})} 行。")
