"""The address book of the hall: apps are joined by dotted name, never by import."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

_ROOMS = [
    ("", "hall.portal.urls", "hall.portal"),
    ("", "tracking.opendata.root_urls", "tracking.opendata"),
    ("accounts/", "hall.accounts.urls", "hall.accounts"),
    ("messages/", "hall.notifications.urls", "hall.notifications"),
    ("calendar/", "hall.workdays.urls", "hall.workdays"),
    ("entrustments/", "hall.organisations.urls", "hall.organisations"),
    ("items/", "hall.catalogue.urls", "hall.catalogue"),
    ("apply/", "applications.urls", "applications"),
    ("desk/", "applications.desk_urls", "applications"),
    ("papers/", "applications.paper_urls", "applications"),
    ("hearings/", "applications.hearing_urls", "applications"),
    ("track/", "tracking.progress.urls", "tracking.progress"),
    ("disclosure/", "tracking.disclosure.urls", "tracking.disclosure"),
    ("register/", "tracking.register.urls", "tracking.register"),
    ("register/", "tracking.disclosure.public_urls", "tracking.disclosure"),
    ("disclosure-figures/", "tracking.statistics.urls", "tracking.statistics"),
    ("credit-files/", "tracking.creditfile.urls", "tracking.creditfile"),
    ("open-data/", "tracking.opendata.urls", "tracking.opendata"),
    ("requests/", "tracking.requests.urls", "tracking.requests"),
    ("complaints/", "complaints.grievances.urls", "complaints.grievances"),
    ("identity/", "integrations.identity.urls", "integrations.identity"),
    ("treasury/", "integrations.treasury.urls", "integrations.treasury"),
    ("api/v1/", "hall.api_urls", "hall.portal"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path(prefix, include(module))
    for prefix, module, app in _ROOMS
    # A ground without its upper floors must still serve.
    if app in settings.INSTALLED_APPS
]

handler400 = "hall.portal.views.errors.bad_request"
handler403 = "hall.portal.views.errors.forbidden"
handler404 = "hall.portal.views.errors.not_found"
handler500 = "hall.portal.views.errors.server_error"
