from django.urls import path

from tracking.progress.api import LookUpView

urlpatterns = [path("look-up/", LookUpView.as_view(), name="look_up")]
