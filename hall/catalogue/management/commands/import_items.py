"""``manage.py import_items PATH… [--publish-complete]``: item files into the catalogue, all of them or none."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hall.catalogue.actions.importing import Imported, import_contents
from hall.catalogue.problems import Unreadable
from hall.catalogue.sources import read_sources


class Command(BaseCommand):
    help = "导入事项文件（docs/items.md）；任何一处有误则什么都不写入，并列出全部错误"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="事项文件或目录")
        parser.add_argument("--publish-complete", action="store_true", help="内容齐全的随即发布")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = import_contents(read_sources(options["paths"]), publish_complete=options["publish_complete"])
        except Unreadable as unreadable:
            for problem in unreadable.problems:
                self.stderr.write(str(problem))
            raise CommandError(f"共 {len(unreadable.problems)} 处错误，没有写入任何内容。") from unreadable
        self._report(done)

    def _report(self, done: Imported) -> None:
        self.stdout.write(
            f"新增 {len(done.new)} 项，修改 {len(done.changed)} 项，未变 {len(done.unchanged)} 项，"
            f"发布 {len(done.published)} 项，实施清单 {done.offered} 条。"
        )
        if done.given_way:
            self.stdout.write(f"样例让位于事项文件：{'、'.join(done.given_way)}")
        for one in done.lacking:
            self.stderr.write(f"没有可以实施的部门：{one}")
