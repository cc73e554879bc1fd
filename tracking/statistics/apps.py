from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "tracking.statistics"
    label = "disclosure_statistics"
