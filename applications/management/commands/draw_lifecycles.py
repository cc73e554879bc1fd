"""``manage.py draw_lifecycles [--check]``: docs/lifecycle.md from the state machines in the code."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from applications.drawing import drawing

DRAWING = Path(settings.BASE_DIR) / "docs" / "lifecycle.md"


class Command(BaseCommand):
    help = "从代码生成状态图 docs/lifecycle.md"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="只检查图是否与代码一致")

    def handle(self, *args: Any, **options: Any) -> None:
        drawn = drawing()
        if not options["check"]:
            DRAWING.parent.mkdir(exist_ok=True)
            DRAWING.write_text(drawn, encoding="utf-8")
            return
        if not DRAWING.exists() or DRAWING.read_text(encoding="utf-8") != drawn:
            raise CommandError("docs/lifecycle.md 与代码不一致，请运行 manage.py draw_lifecycles。")
