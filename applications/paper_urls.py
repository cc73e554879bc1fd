"""Addresses of the verification page, as printed into every QR code: they must never change."""

from django.urls import path

from applications.views import papers

app_name = "papers"
urlpatterns = [
    path("", papers.look_up, name="look_up"),
    path("<slug:code>/", papers.verify, name="verify"),
]
