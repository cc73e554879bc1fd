"""``manage.py export_items [CODE…] --to DIR``: item files that import again as the same content."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hall.catalogue.actions.expand import current_versions
from hall.catalogue.models import ServiceItem
from hall.catalogue.sources.ordering import in_order
from hall.catalogue.sources.yaml_text import dumps


class Command(BaseCommand):
    help = "导出事项文件：已发布的导出发布版本，否则导出草稿"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("codes", nargs="*", metavar="CODE", help="基本编码；不写则全部导出")
        parser.add_argument("--to", required=True, type=Path, metavar="DIR", help="写入的目录")

    def handle(self, *args: Any, **options: Any) -> None:
        items = ServiceItem.objects.all()
        if codes := options["codes"]:
            items = items.filter(catalog_code__in=codes)
            if unknown := sorted(set(codes) - set(items.values_list("catalog_code", flat=True))):
                raise CommandError(f"没有这些事项：{'、'.join(unknown)}")
        options["to"].mkdir(parents=True, exist_ok=True)
        versions = list(current_versions(items.values_list("pk", flat=True)))
        for version in versions:
            file = options["to"] / f"{version.item.catalog_code}.yaml"
            file.write_text(dumps(in_order(version.content)), encoding="utf-8")
        self.stdout.write(f"导出 {len(versions)} 项到 {options['to']}")
