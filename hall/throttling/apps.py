from django.apps import AppConfig


class ThrottlingConfig(AppConfig):
    name = "hall.throttling"
    label = "throttling"
    default_auto_field = "django.db.models.BigAutoField"
