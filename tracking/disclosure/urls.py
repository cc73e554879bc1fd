from django.urls import path

from tracking.disclosure.views import deeds
from tracking.disclosure.views.one import one
from tracking.disclosure.views.queue import queue

app_name = "disclosure"
urlpatterns = [
    path("", queue, name="queue"),
    path("<uuid:uid>/", one, name="one"),
    path("<uuid:uid>/edit/", deeds.edit, name="edit"),
    path("<uuid:uid>/send/", deeds.send, name="send"),
    path("<uuid:uid>/pass/", deeds.pass_on, name="pass"),
    path("<uuid:uid>/publish/", deeds.publish, name="publish"),
    path("<uuid:uid>/return/", deeds.send_back, name="return"),
    path("<uuid:uid>/withhold/", deeds.withhold, name="withhold"),
    path("<uuid:uid>/uphold/", deeds.uphold, name="uphold"),
    path("<uuid:uid>/override/", deeds.override, name="override"),
]
