from django.urls import path

from tracking.creditfile import views

app_name = "creditfile"
urlpatterns = [path("", views.desk, name="desk")]
