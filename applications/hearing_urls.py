"""Addresses of the public notices of hearings; they stand on the notices themselves (D-18) and must not change."""

from django.urls import path

from applications.views import hearings

app_name = "hearings"
urlpatterns = [
    path("", hearings.hearing_list, name="list"),
    path("<uuid:uid>/", hearings.hearing_notice, name="notice"),
]
