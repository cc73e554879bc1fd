from django.urls import path, register_converter

from hall.catalogue import converters
from hall.catalogue.views import drafts, guides, lists

register_converter(converters.TaskCode, "task_code")
register_converter(converters.CatalogCode, "catalog_code")

app_name = "catalogue"

urlpatterns = [
    path("", lists.item_list, name="list"),
    path("drafts/", drafts.draft_list, name="drafts"),
    path("<task_code:task_code>/", guides.guide, name="guide"),
    path("<catalog_code:catalog_code>/", guides.divisions, name="divisions"),
]
