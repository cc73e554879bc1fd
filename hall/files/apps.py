from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "hall.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"
