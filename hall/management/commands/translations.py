"""``manage.py translations``: compile them; ``--collect`` new strings; ``--check`` that they are complete."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hall import translations


class Command(BaseCommand):
    help = "Compile the translations; --collect updates the .po files, --check fails when a string lacks one."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--collect", action="store_true")
        parser.add_argument("--check", action="store_true")

    def handle(self, *, collect: bool, check: bool, **options: Any) -> None:
        if collect:
            translations.collect()
        translations.compile_all()
        if check:
            self._refuse_gaps()

    def _refuse_gaps(self) -> None:
        faults = {language: lines for language, lines in translations.gaps().items() if lines}
        for language, lines in faults.items():
            self.stderr.write("\n".join(f"{language}: {line}" for line in lines))
        if faults:
            raise CommandError(f"{sum(map(len, faults.values()))} strings are not translated properly.")
