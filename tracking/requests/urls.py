from django.urls import path

from tracking.requests.views import desk, public

app_name = "requests"
urlpatterns = [
    path("", public.home, name="home"),
    path("new/", public.new, name="new"),
    path("desk/", desk.queue, name="desk"),
    path("desk/<uuid:uid>/", desk.matter, name="matter"),
    path("desk/<uuid:uid>/papers/<uuid:paper>/", desk.paper, name="matter_paper"),
    path("desk/<uuid:uid>/file/", desk.answer_file, name="matter_file"),
    path("desk/<uuid:uid>/<slug:deed>/", desk.do, name="deed"),
    path("<uuid:uid>/", public.one, name="one"),
    path("<uuid:uid>/file/", public.answer_file, name="file"),
    path("<uuid:uid>/supplement/", public.supplement, name="supplement"),
    path("<uuid:uid>/reasons/", public.reasons, name="reasons"),
    path("<uuid:uid>/withdraw/", public.withdraw, name="withdraw"),
    path("<uuid:uid>/papers/<uuid:paper>/", public.paper, name="paper"),
]
