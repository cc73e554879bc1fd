from django.urls import path

from hall.notifications import views

app_name = "notifications"

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("read/", views.read_all, name="read_all"),
    path("<uuid:uid>/read/", views.read, name="read"),
]
