from django.urls import path

from hall.portal.views import home, pages, reading, space, styleguide

app_name = "portal"

urlpatterns = [
    path("", home.home, name="home"),
    path("preferences/", reading.preferences, name="preferences"),
    path("space/", space.space, name="space"),
    path("halls/", pages.halls, name="halls"),
    path("help/", pages.help_page, name="help"),
    path("sitemap/", pages.site_map, name="sitemap"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    path("styleguide/errors/<int:status>/", styleguide.error_page, name="error_page"),
]
