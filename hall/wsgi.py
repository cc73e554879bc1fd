"""WSGI entry point (granian or gunicorn). WSGI, because every view of the hall is synchronous."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hall.settings")

application = get_wsgi_application()
