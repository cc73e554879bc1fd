from django.urls import path

from hall.organisations import views

app_name = "organisations"

urlpatterns = [path("", views.entrustments, name="entrustments")]
