"""A deed's refusal shown where it belongs: beside the field that it names."""

from django.forms import Form

from hall.errors import Refused


def pin(form: Form, refusal: Refused) -> None:
    """Problems of unknown fields, and a refusal that names none, stand above the form."""
    for name, problems in refusal.fields.items():
        for problem in problems:
            form.add_error(name if name in form.fields else None, str(problem))
    if not refusal.fields:
        form.add_error(None, str(refusal.message))
