"""``manage.py take_back_record UID --reason REASON``: a record of an older register is public no more."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from hall.errors import Refused
from tracking.opendata.actions.taking_back import take_back_imported
from tracking.register.models import RecordChangeReason

REASONS = (RecordChangeReason.SCOPE, RecordChangeReason.MISTAKE)


class Command(BaseCommand):
    help = "撤下一条导入的历史公示记录；再次导入时跳过"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("uid", type=UUID, help="记录标识，见记录页地址")
        parser.add_argument("--reason", required=True, choices=[one.value for one in REASONS], help="公开的原因")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            take_back_imported(options["uid"], reason=RecordChangeReason(options["reason"]))
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write("已撤下。")
