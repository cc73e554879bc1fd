from django.urls import path

from tracking.progress import views

app_name = "progress"

urlpatterns = [
    path("", views.look_up_page, name="look_up"),
    path("case/", views.case, name="case"),
]
