"""``manage.py import_entrustments FILE``: announced entrustments into the public list, all of them or none.

Run again it writes nothing; a row with another last day ends that entrustment (行政许可法 Art. 24).
"""

from argparse import ArgumentParser
from dataclasses import fields
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from hall.errors import Refused
from hall.organisations.entrusting import announce_entrustment
from hall.organisations.entrustment_files import Announced, UnreadableRow, read_announced


class Command(BaseCommand):
    help = "导入已经公告的委托实施行政许可（CSV，docs/deployment.md）；任何一处有误则什么都不写入，可重复执行"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE", help="CSV 文件，UTF-8")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with transaction.atomic():
                written = [self._enter(one) for one in read_announced(options["path"])]
        except (UnreadableRow, OSError) as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"委托 {len(written)} 条，写入 {sum(written)} 条。")

    def _enter(self, one: Announced) -> bool:
        told = {field.name: getattr(one, field.name) for field in fields(one)}
        try:
            _entrustment, written = announce_entrustment(told.pop("entrusting"), told.pop("entrusted"), **told)
        except Refused as refusal:
            raise CommandError(f"{one.announced_as}（{one.item_name}）：{refusal.message}") from refusal
        return written
