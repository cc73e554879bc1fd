"""A deed's refusal shown where it belongs: beside the field that it names."""

from collections.abc import Callable

from django.forms import Form

from hall.errors import Refused, TooLate


def done(form: Form, deed: Callable[[], object]) -> bool:
    """Whether the form could be taken and the deed was done; a refusal that names no field is the page's to tell.

    Raises such a refusal again, but not TooLate: what was written stays in the form, to be copied from there.
    """
    if not form.is_valid():
        return False
    try:
        deed()
    except Refused as refusal:
        if not refusal.fields and not isinstance(refusal, TooLate):
            raise
        pin(form, refusal)
        return False
    return True


def pin(form: Form, refusal: Refused) -> None:
    """Problems of unknown fields, and a refusal that names none, stand above the form."""
    for name, problems in refusal.fields.items():
        for problem in problems:
            form.add_error(name if name in form.fields else None, str(problem))
    if not refusal.fields:
        form.add_error(None, str(refusal.message))
