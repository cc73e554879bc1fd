"""The family of refusals: what a deed raises when it may not or cannot be done.

Every message is shown to a person, so it is written in their words and may be lazily translated.
One handler turns a refusal into a page, another into an RFC 9457 problem document.
"""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise

Text = str | Promise


class Refused(Exception):
    """A deed was refused for a reason the person can be told.

    ``fields`` pins problems to named inputs; ``status`` is the HTTP status; ``code`` names the kind for machines.
    """

    status = 400
    code = "refused"

    def __init__(
        self, message: Text, *, fields: Mapping[str, Sequence[Text]] | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.fields = {name: list(problems) for name, problems in (fields or {}).items()}


class Invalid(Refused):
    """What was sent cannot be read or breaks a format."""

    status, code = 400, "invalid"


class NotAllowed(Refused):
    """The person is known but may not do this."""

    status, code = 403, "not_allowed"


class NotFound(Refused):
    """Absent, or not theirs: the two are told alike."""

    status, code = 404, "not_found"


class Gone(Refused):
    """It was public and is not any more; nothing else is told of it."""

    status, code = 410, "gone"


class WrongState(Refused):
    """The subject has moved on; ``happened`` tells what others did meanwhile."""

    status, code = 409, "wrong_state"

    def __init__(self, message: Text, *, happened: Sequence[Text] = ()) -> None:
        super().__init__(message)
        self.happened = list(happened)


class TooLate(Refused):
    """The moment for this deed has passed."""

    status, code = 409, "too_late"


class TooLarge(Refused):
    """An upload or form is over its limit."""

    status, code = 413, "too_large"


class Incomplete(Refused):
    """Something the deed needs is still missing."""

    status, code = 422, "incomplete"


class TooMany(Refused):
    """Too many tries; ``retry_after`` is in seconds."""

    status, code = 429, "too_many"

    def __init__(self, message: Text, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after
