from django.apps import AppConfig


class TextsearchConfig(AppConfig):
    name = "hall.textsearch"
    label = "textsearch"
    default_auto_field = "django.db.models.BigAutoField"
