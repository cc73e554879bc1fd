"""``manage.py translations``: compile them; ``--collect`` new strings; ``--check`` that none is missing."""

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
        gaps = {language: texts for language, texts in translations.missing().items() if texts}
        for language, texts in gaps.items():
            self.stderr.write("\n".join(f"{language}: {text}" for text in texts))
        if gaps:
            raise CommandError(f"{sum(map(len, gaps.values()))} strings are not translated.")
