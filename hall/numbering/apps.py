from django.apps import AppConfig


class NumberingConfig(AppConfig):
    name = "hall.numbering"
    label = "numbering"
    default_auto_field = "django.db.models.BigAutoField"
