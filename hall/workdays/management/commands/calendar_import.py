"""Load a holiday notice, or the days of one region, from a CSV with the columns date, name and is_off_day."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hall.errors import Refused
from hall.workdays.actions import add_regional_days, load_notice
from hall.workdays.arguments import division
from hall.workdays.models import CalendarRevision
from hall.workdays.notices import read_notice


class Command(BaseCommand):
    help = "导入年度放假通知（--year）或区域放假安排（--region）。CSV列：date,name,is_off_day（1放假，0上班）。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="CSV")
        where = parser.add_mutually_exclusive_group(required=True)
        where.add_argument("--year", type=int, help="放假通知的年份")
        where.add_argument("--region", type=division, help="区划代码：只对该区域有效")
        parser.add_argument("--notice", required=True, help="通知文号或依据，例如 国办发明电〔2026〕7号")
        parser.add_argument("--url", default="", help="通知的网址")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            revision = self._load(options)
        except Refused as refused:
            raise CommandError(str(refused.message), returncode=2) from refused
        self.stdout.write(f"工作日历版本 {revision.version}" if revision else "日历没有变化")

    def _load(self, options: dict[str, Any]) -> CalendarRevision | None:
        rows = read_notice(options["path"])
        if options["region"]:
            return add_regional_days(rows, region=options["region"], basis=options["notice"])
        return load_notice(rows, year=options["year"], notice=options["notice"], url=options["url"])
