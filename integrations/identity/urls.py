from django.urls import path

from integrations.identity import views

app_name = "identity"

urlpatterns = [path("demo/", views.demo, name="demo")]
