"""Load a holiday notice, or the days of one region, from a CSV with the columns date, name and is_off_day."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hall.errors import Refused
from hall.workdays.actions import make
from hall.workdays.arguments import division
from hall.workdays.changes import Change, Notice, Regional, Removal
from hall.workdays.foreseeing import foresee
from hall.workdays.notices import read_notice


class Command(BaseCommand):
    help = "导入年度放假通知（--year）或区域放假安排（--region）。CSV列：date,name,is_off_day（1放假，0上班）。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="CSV")
        where = parser.add_mutually_exclusive_group(required=True)
        where.add_argument("--year", type=int, help="放假通知的年份")
        where.add_argument("--region", type=division, help="区划代码：只对该区域有效")
        parser.add_argument("--notice", required=True, help="通知文号或依据，例如 国办发明电〔2026〕7号")
        parser.add_argument("--preview", action="store_true", help="只列出哪些期限会变动，不改动日历")
        parser.add_argument("--remove", action="store_true", help="与--region同用：取消该区域的这些日期")
        parser.add_argument("--url", default="", help="通知的网址")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            change = _change(options)
            if options["preview"]:
                self._preview(change)
                return
            revision = make(change)
        except Refused as refused:
            raise CommandError(str(refused.message), returncode=2) from refused
        self.stdout.write(f"工作日历版本 {revision.version}" if revision else "日历没有变化")

    def _preview(self, change: Change) -> None:
        """Each date as it is found: at city scale there are many."""
        subjects = set()
        for move in foresee(change):
            subjects.add(move.subject_uid)
            self.stdout.write(f"{move.hall_code} {move.number} {move.clock} {move.before} → {move.after} {move.title}")
        self.stdout.write(f"共有{len(subjects)}件的期限会变动；日历没有改动")


def _change(options: dict[str, Any]) -> Change:
    rows = read_notice(options["path"])
    if options["region"]:
        return (Removal if options["remove"] else Regional)(rows, options["region"], options["notice"])
    return Notice(rows, options["year"], options["notice"], options["url"])
