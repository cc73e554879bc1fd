from django.urls import path

from tracking.opendata import api

urlpatterns = [path("open-data/", api.OpenDataView.as_view(), name="open_data")]
