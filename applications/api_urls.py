from django.urls import path

from applications import api

urlpatterns = [
    path("cases/", api.CaseListView.as_view(), name="cases"),
    path("cases/<uuid:uid>/", api.CaseView.as_view(), name="case"),
    path("cases/<uuid:uid>/answers/", api.AnswersView.as_view(), name="answers"),
    path("cases/<uuid:uid>/materials/<slug:key>/", api.MaterialView.as_view(), name="material"),
    path("cases/<uuid:uid>/submit/", api.SubmitView.as_view(), name="submit"),
    path("cases/<uuid:uid>/correction/", api.CorrectionView.as_view(), name="correction"),
    path("cases/<uuid:uid>/timeline/", api.TimelineView.as_view(), name="timeline"),
]
