from django.urls import path

from tracking.register import api

urlpatterns = [
    path("records/", api.RecordListView.as_view(), name="records"),
    path("records/<uuid:uid>/", api.RecordView.as_view(), name="record"),
]
