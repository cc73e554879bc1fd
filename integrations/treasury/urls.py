from django.urls import path

from integrations.treasury import views

app_name = "treasury"

urlpatterns = [path("demo/<uuid:uid>/", views.pay_page, name="pay")]
