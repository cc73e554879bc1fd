from django.urls import path

from tracking.opendata import views

app_name = "opendata"
urlpatterns = [
    path("", views.home, name="home"),
    path("export/", views.export, name="export"),
    path("manifest.json", views.manifest, name="manifest"),
    path("files/<uuid:uid>/", views.file, name="file"),
    path("desk/", views.desk, name="desk"),
    path("desk/<slug:deed>/", views.deed, name="deed"),
]
