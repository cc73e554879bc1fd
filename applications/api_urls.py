from django.urls import path

from applications.api import cases, filing, payments

urlpatterns = [
    path("cases/", cases.CaseListView.as_view(), name="cases"),
    path("cases/<uuid:uid>/", cases.CaseView.as_view(), name="case"),
    path("cases/<uuid:uid>/timeline/", cases.TimelineView.as_view(), name="timeline"),
    path("cases/<uuid:uid>/answers/", filing.AnswersView.as_view(), name="answers"),
    path("cases/<uuid:uid>/materials/<slug:key>/", filing.MaterialView.as_view(), name="material"),
    path("cases/<uuid:uid>/materials/<slug:key>/instead/", filing.InsteadView.as_view(), name="instead"),
    path("cases/<uuid:uid>/submit/", filing.SubmitView.as_view(), name="submit"),
    path("cases/<uuid:uid>/correction/", filing.CorrectionView.as_view(), name="correction"),
    path("payments/", payments.PaymentsView.as_view(), name="payments"),
]
