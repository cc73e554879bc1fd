from django.apps import AppConfig
from django.core.checks import Tags, register


class FilesConfig(AppConfig):
    name = "hall.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from hall.files.checks import check_scanner

        register(check_scanner, Tags.security, deploy=True)
