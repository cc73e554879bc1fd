"""The web process never loads what only the worker needs."""

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
heavy = [name for name in ("weasyprint", "uharfbuzz", "fontTools", "segno", "pyhanko") if name in sys.modules]
print("heavy:", heavy)
"""


def test_no_printing_library_is_loaded_with_the_pages():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("heavy: []")
