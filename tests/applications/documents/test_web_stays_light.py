"""The web process never loads what only the worker needs."""

import os
import subprocess
import sys

PROGRAM = """
import sys, django
django.setup()
from django.urls import get_resolver
from hall.events import announcements
get_resolver().url_patterns
import applications.carriers, applications.actions.papers
from django.template.loader import get_template
get_template("documents/grant.html")
heavy = ("weasyprint", "uharfbuzz", "fontTools", "segno", "pyhanko", "openpyxl", "lxml")
heavy = [name for name in heavy if name in sys.modules]
print("heavy:", heavy)
"""


def test_no_printing_library_is_loaded_with_the_pages(settings):
    here = os.environ | {"DJANGO_SETTINGS_MODULE": "hall.settings"}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=here, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith("heavy: []")
