"""The floor: one row read, locked and saved, and one row read, by views with nothing around them."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from applications.models import Application


def save_one(request: HttpRequest, pk: int) -> HttpResponse:
    with transaction.atomic():
        application = Application.objects.select_for_update().get(pk=pk)
        application.save()
    return HttpResponse("saved")


def read_one(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse(Application.objects.get(pk=pk).case_no or "")


urlpatterns: list[Any] = [path("save/<int:pk>/", save_one), path("read/<int:pk>/", read_one)]
