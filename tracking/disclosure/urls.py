from django.urls import path

from tracking.disclosure.views import changes, deeds
from tracking.disclosure.views.one import one
from tracking.disclosure.views.queue import queue
from tracking.disclosure.views.several import several

app_name = "disclosure"
urlpatterns = [
    path("", queue, name="queue"),
    path("several/<slug:deed>/", several, name="several"),
    path("<uuid:uid>/", one, name="one"),
    path("<uuid:uid>/edit/", deeds.edit, name="edit"),
    path("<uuid:uid>/send/", deeds.send, name="send"),
    path("<uuid:uid>/pass/", deeds.pass_on, name="pass"),
    path("<uuid:uid>/publish/", deeds.publish, name="publish"),
    path("<uuid:uid>/return/", deeds.send_back, name="return"),
    path("<uuid:uid>/withhold/", deeds.withhold, name="withhold"),
    path("<uuid:uid>/uphold/", deeds.uphold, name="uphold"),
    path("<uuid:uid>/override/", deeds.override, name="override"),
    path("<uuid:uid>/correct/", changes.correct, name="correct"),
    path("<uuid:uid>/take-back/", changes.take_back, name="take_back"),
    path("<uuid:uid>/take-back-at-once/", changes.at_once, name="at_once"),
    path("<uuid:uid>/publish-again/", changes.again, name="again"),
    path("<uuid:uid>/change/pass/", changes.pass_change, name="pass_change"),
    path("<uuid:uid>/change/return/", changes.return_change, name="return_change"),
    path("<uuid:uid>/change/confirm/", changes.confirm, name="confirm"),
    path("<uuid:uid>/change/doubt/", changes.doubt, name="doubt"),
]
