from django.urls import path

from hall.workdays.views import changes, public

app_name = "workdays"

urlpatterns = [
    path("", public.calendar, name="calendar"),
    path("deadline/", public.calculator, name="calculator"),
    path("changes/", changes.changes, name="changes"),
    path("changes/<uuid:uid>/", changes.change, name="change"),
    path("changes/<uuid:uid>/apply/", changes.apply_change, name="apply"),
    path("changes/<uuid:uid>/discard/", changes.discard, name="discard"),
]
