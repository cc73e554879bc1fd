from django.apps import AppConfig

from hall import checks

from hall.celery import app as celery_app  # shared_task needs the application before any task is called

__all__ = ["HallConfig", "celery_app"]


class HallConfig(AppConfig):
    name = "hall"
    label = "hall"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Importing the module registered it; naming it here says that this is on purpose.
        assert checks.LACKS
