from django.urls import path

from tracking.disclosure.views import public

app_name = "public_decision"
urlpatterns = [
    path("<uuid:uid>/decision/", public.decision, name="paper"),
]
