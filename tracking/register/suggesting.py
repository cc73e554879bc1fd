"""What a reader may mean who has typed a few characters: names from the newest records that hold them.

Made of the register's rows at that moment and of nothing else, so that a record taken back suggests nothing. The name
of a natural person is suggested to nobody.
"""

from collections.abc import Iterator

from hall.organisations.models import Hall
from hall.textsearch import Asked, backend, folded, initials
from tracking.register.models import Record
from tracking.register.queries import of_hall
from tracking.register.searching import REGISTER, words_of

_LOOKED_AT = 60
_MOST = 8
TYPED = 20


def suggestions(hall: Hall, typed: str) -> list[str]:
    """At most eight: names that begin with what was typed first, then those that hold it."""
    words = words_of(typed[:TYPED])
    if not words:
        return []
    filters = {} if hall.is_city else {"hall_code": hall.code}
    found = backend().find(
        REGISTER, Asked(words, "search_text", filters, best_first=True, size=_LOOKED_AT, with_facets=False)
    )
    rows = of_hall(hall).in_bulk([hit.key for hit in found.hits])
    fitting: dict[str, bool] = {}
    for hit in found.hits:
        for name in _names(rows.get(hit.key)):
            if name not in fitting and (begins := _fits(name, words)) is not None:
                fitting[name] = begins
    return sorted(fitting, key=lambda name: not fitting[name])[:_MOST]


def _names(record: Record | None) -> Iterator[str]:
    if record:
        if not record.grantee_is_person:
            yield record.grantee
        yield record.item_name
        yield record.issuer_name


def _fits(name: str, words: tuple[str, ...]) -> bool | None:
    """Whether the name begins with the first word; None when it does not hold them all."""
    plain, letters = folded(name), initials(name)
    if any(word not in plain and word not in letters for word in words):
        return None
    return plain.startswith(words[0]) or letters.startswith(words[0])
