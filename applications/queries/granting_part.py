"""The part of a case that granted a licence: its organ speaks again when something is done about the licence."""

from applications.models import Decision, Handling, Licence


def granting_part(licence: Licence) -> Handling:
    """With the case of the licence beside it, which the caller may hold already."""
    decision = Decision.objects.select_related("handling__department__hall", "handling__hall").get(
        application=licence.application
    )
    handling = decision.handling
    handling.application = licence.application
    return handling
