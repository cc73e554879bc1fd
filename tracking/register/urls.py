from django.urls import path

from tracking.register import views

app_name = "register"
urlpatterns = [
    path("", views.record_list, name="list"),
    path("suggestions/", views.suggest, name="suggestions"),
    path("<uuid:uid>/", views.record, name="record"),
]
