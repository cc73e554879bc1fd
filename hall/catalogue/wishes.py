"""What an address asks of the list: the same words on the page and in the API."""

from django.http import HttpRequest

AUDIENCES = ("person", "organisation")
LEVELS = ("city", "district")
WISHES = ("q", "audience", "topic", "department", "level")
LONGEST = 60


def wish_of(request: HttpRequest) -> dict[str, str]:
    """A value that nobody offers simply finds nothing; a door or level that does not exist asks nothing."""
    # The database knows no NUL.
    asked = {name: request.GET.get(name, "").replace("\0", "").strip()[:LONGEST] for name in WISHES}
    asked["audience"] = asked["audience"] if asked["audience"] in AUDIENCES else ""
    asked["level"] = asked["level"] if asked["level"] in LEVELS else ""
    return asked
