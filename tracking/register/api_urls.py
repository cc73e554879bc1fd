from django.urls import path

from tracking.register import api

urlpatterns = [
    path("records/", api.RecordListView.as_view(), name="records"),
    path("records/taken-back/", api.TakenBackView.as_view(), name="taken_back"),
    path("records/<uuid:uid>/", api.RecordView.as_view(), name="record"),
]
