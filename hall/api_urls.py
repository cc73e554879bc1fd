"""/api/v1/: each app's API is joined by dotted name; an app that is not installed has none."""

from importlib import import_module

from django.apps import apps
from django.urls import URLPattern, URLResolver, path
from drf_spectacular.views import SpectacularAPIView

_SHAPES = [
    ("hall.workdays", "hall.workdays.api_urls"),
    ("hall.catalogue", "hall.catalogue.api_urls"),
    ("applications", "applications.api_urls"),
    ("tracking.progress", "tracking.progress.api_urls"),
    ("tracking.register", "tracking.register.api_urls"),
    ("tracking.opendata", "tracking.opendata.api_urls"),
]

app_name = "api"
urlpatterns: list[URLPattern | URLResolver] = [path("schema/", SpectacularAPIView.as_view(), name="schema")]
for app, module in _SHAPES:
    if apps.is_installed(app):
        urlpatterns += import_module(module).urlpatterns
