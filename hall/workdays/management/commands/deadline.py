"""Print a due date with its explanation: the same arithmetic that every case uses."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from hall.workdays import arguments
from hall.workdays.arithmetic import Due, Limit, due_date
from hall.workdays.calendars import calendar_for


class Command(BaseCommand):
    help = "计算期限届满日，并说明计入、不计入和依法扣除的日期。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--start", type=arguments.a_date, required=True, help="起算日，当日不计入")
        parser.add_argument("--days", type=arguments.days, required=True, help="期限的天数（按月计算时为月数）")
        parser.add_argument("--unit", choices=["working", "natural", "month"], default="working")
        parser.add_argument(
            "--suspend",
            type=arguments.suspension,
            action="append",
            default=[],
            metavar="起..止",
            help="中止期间，首尾两日都扣除；可以重复",
        )
        parser.add_argument("--division", type=arguments.division, default=settings.HALL_CITY_CODE)
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        limit = Limit(options["days"], options["unit"])
        try:
            due = due_date(options["start"], limit, calendar_for(options["division"]), options["suspend"])
        except (OverflowError, ValueError) as problem:
            raise CommandError("期限超出了可以计算的日期范围", returncode=2) from problem
        self.stdout.write(_as_json(due) if options["json"] else "\n".join(due.sentences()))


def _as_json(due: Due) -> str:
    return json.dumps(due.as_json(), ensure_ascii=False, indent=2)
