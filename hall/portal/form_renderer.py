"""How forms are drawn: fields in the hall's own templates, the inputs in those that Django ships for Jinja2.

A case page holds some two hundred inputs and options; Django's own template language takes several times as long for
them (https://docs.djangoproject.com/en/5.2/ref/forms/renderers/).
"""

from functools import cached_property
from typing import Any

from django.forms.renderers import Jinja2, TemplatesSetting


class HallForms(TemplatesSetting):
    """``FORM_RENDERER``."""

    field_template_name = "components/field.html"

    @cached_property
    def _inputs(self) -> Jinja2:
        return Jinja2()

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith("django/forms/widgets/"):
            return self._inputs.get_template(template_name)
        return super().get_template(template_name)
