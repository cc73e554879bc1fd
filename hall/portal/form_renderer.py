"""How forms are drawn: by Jinja2, in the hall's own templates (templates/jinja2) or else in those that Django ships.

A case page holds some sixty fields and two hundred inputs and options; Django's own template language takes several
times as long for them (https://docs.djangoproject.com/en/5.2/ref/forms/renderers/).
"""

from functools import cached_property
from pathlib import Path
from typing import Any

from django.conf import settings
from django.forms import renderers
from django.template.backends.jinja2 import Jinja2
from django.utils.translation import gettext

from hall.portal.templatetags.hall import described_by, field_input

OURS = settings.BASE_DIR / "templates" / "jinja2"
DJANGOS = Path(renderers.__file__).parent / "jinja2"


class HallForms(renderers.TemplatesSetting):
    """``FORM_RENDERER``. What is no template of a form, such as a widget of the admin, is found as every page is."""

    field_template_name = "fields/field.html"

    @cached_property
    def _forms(self) -> Jinja2:
        engine = Jinja2({"NAME": "forms", "APP_DIRS": False, "DIRS": [OURS, DJANGOS], "OPTIONS": {}})
        engine.env.globals |= {"_": gettext, "described_by": described_by, "field_input": field_input}
        return engine

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith(("django/forms/", "fields/")):
            return self._forms.get_template(template_name)
        return super().get_template(template_name)
