from django.urls import path

from hall.workdays.api import DeadlineView

urlpatterns = [path("deadline/", DeadlineView.as_view(), name="deadline")]
