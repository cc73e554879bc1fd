"""Write anew what the register is searched by: after a change of HALL_SEARCH or HALL_SEARCH_CONTENT."""

from typing import Any

from django.core.management.base import BaseCommand

from tracking.register.indexing import reindex


class Command(BaseCommand):
    help = "Write anew what the public register is searched by, also into a search service."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{reindex()} records")
