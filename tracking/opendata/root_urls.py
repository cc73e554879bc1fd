"""Addresses that crawlers look for at the root of a site."""

from django.urls import path

from tracking.opendata import crawling_views as views

app_name = "crawling"
urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.index, name="index"),
    path("sitemap-<int:number>.xml", views.part, name="part"),
    path("feed.atom", views.feed, name="feed"),
]
