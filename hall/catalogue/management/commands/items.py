"""``manage.py items [--missing]``: what is in the catalogue, and what each draft still lacks."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from hall.catalogue.actions.expand import current_versions
from hall.catalogue.models import ServiceItem, State


class Command(BaseCommand):
    help = "列出事项及其版本；--missing 只列草稿和尚缺的内容"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--missing", action="store_true", help="只列尚缺内容的草稿")

    def handle(self, *args: Any, **options: Any) -> None:
        versions = current_versions(list(ServiceItem.objects.values_list("pk", flat=True)))
        for version in sorted(versions, key=lambda one: one.item.catalog_code):
            if options["missing"] and version.state == State.PUBLISHED:
                continue
            label = version.get_state_display()
            self.stdout.write(f"{version.item.catalog_code}  v{version.number}  {label}  {version.item.name}")
            for words in version.missing if options["missing"] else ():
                self.stdout.write(f"    缺 {words}")
