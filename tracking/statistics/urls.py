from django.urls import path

from tracking.statistics import views

app_name = "statistics"
urlpatterns = [
    path("", views.public, name="public"),
    path("supervision/", views.supervised, name="supervised"),
]
