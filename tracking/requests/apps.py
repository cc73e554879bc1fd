from django.apps import AppConfig


class RequestsConfig(AppConfig):
    name = "tracking.requests"
    label = "requests"
    default_auto_field = "django.db.models.BigAutoField"
