from django.apps import AppConfig

from hall import checks  # imported, its checks are registered
from hall.celery import app as celery_app  # shared_task needs the application before any task is called

__all__ = ["HallConfig", "celery_app", "checks"]


class HallConfig(AppConfig):
    name = "hall"
    label = "hall"
    default_auto_field = "django.db.models.BigAutoField"
