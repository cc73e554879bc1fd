from django.apps import AppConfig


class GrievancesConfig(AppConfig):
    name = "complaints.grievances"
    label = "grievances"
    default_auto_field = "django.db.models.BigAutoField"
