from django.urls import path

from tracking.opendata import offline, views

app_name = "opendata"
urlpatterns = [
    path("", views.home, name="home"),
    path("export/", views.export, name="export"),
    path("manifest.json", views.manifest, name="manifest"),
    path("files/<uuid:uid>/", views.file, name="file"),
    path("offline/", offline.home, name="offline"),
    path("offline/latest.json", offline.latest, name="latest"),
    path("offline/<slug:digest>/keys.pem", offline.keys, name="keys"),
    path("offline/<slug:digest>/revoked.jsonl", offline.revoked, name="revoked"),
    path("offline/<slug:digest>/revoked.jsonl.p7s", offline.signature, name="signature"),
    path("desk/", views.desk, name="desk"),
    path("desk/<slug:deed>/", views.deed, name="deed"),
]
