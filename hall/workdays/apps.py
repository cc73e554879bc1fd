from typing import Any

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class WorkdaysConfig(AppConfig):
    name = "hall.workdays"
    label = "workdays"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from hall.workdays.checks import check_coverage

        register(check_coverage, Tags.database)
        # Not news inside the hall but Django's own way to keep reference rows: a data migration would run once,
        # and neither a release with a newer notice nor a flushed database would get its calendar.
        post_migrate.connect(_seed, sender=self)


def _seed(*, using: str, **_kwargs: Any) -> None:
    from hall.workdays.checks import tables_exist
    from hall.workdays.seeding import seed

    if using == "default" and tables_exist():
        seed()
