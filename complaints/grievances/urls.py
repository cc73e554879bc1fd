from django.urls import path

from complaints.grievances.views import desk, public

app_name = "grievances"
urlpatterns = [
    path("", public.home, name="home"),
    path("new/", public.new, name="new"),
    path("look-up/", public.look_up, name="look_up"),
    path("desk/", desk.queue, name="desk"),
    path("desk/<uuid:uid>/", desk.matter, name="matter"),
    path("desk/<uuid:uid>/accept/", desk.accept, name="accept"),
    path("desk/<uuid:uid>/refuse/", desk.refuse, name="refuse"),
    path("desk/<uuid:uid>/refer/", desk.refer, name="refer"),
    path("desk/<uuid:uid>/answer/", desk.answer, name="answer"),
    path("<uuid:uid>/", public.one, name="one"),
    path("<uuid:uid>/receipt/", public.receipt, name="receipt"),
    path("<uuid:uid>/rate/", public.rating, name="rate"),
]
