from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "tracking.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"
