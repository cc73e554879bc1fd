from django.urls import path

from hall.catalogue.api import ItemDetail, ItemList

urlpatterns = [
    path("items/", ItemList.as_view(), name="items"),
    path("items/<task_code:task_code>/", ItemDetail.as_view(), name="item"),
]
