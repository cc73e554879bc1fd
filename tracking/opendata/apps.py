from django.apps import AppConfig


class OpenDataConfig(AppConfig):
    name = "tracking.opendata"
    label = "opendata"
    default_auto_field = "django.db.models.BigAutoField"
