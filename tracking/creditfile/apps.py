from django.apps import AppConfig


class CreditFileConfig(AppConfig):
    name = "tracking.creditfile"
    label = "creditfile"
    default_auto_field = "django.db.models.BigAutoField"
