"""Refusals inside a form: what a deed could not take comes back beside the field that said it."""

from django.forms import BaseForm

from hall.errors import Refused


def add_refusal(form: BaseForm, refusal: Refused) -> None:
    """Pin each problem to its field; what names no field of this form stands above it."""
    for name, texts in refusal.fields.items():
        for text in texts:
            form.add_error(name if name in form.fields else None, str(text))
    if not refusal.fields:
        form.add_error(None, str(refusal.message))
