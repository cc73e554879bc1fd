"""The register as it is searched: which columns, which filters, and how a reader's words become a question."""

from hall.textsearch import MOST_WORDS, Collection, folded
from tracking.register.models import FILTERS, NARROWING, Record

REGISTER = Collection(
    model=Record,
    texts=("search_text", "content_text"),
    indexes=("record_pieces", "record_content_pieces"),
    filters=FILTERS,
    day="decided_on",
    long_index="record_long_pieces",
    narrowing=NARROWING,
    listed_by="hall_code",
)


def words_of(query: str) -> tuple[str, ...]:
    """The words of a question, folded: all of them are wanted. What holds no word or number at all is none."""
    # No column holds a NUL, and the database refuses to be asked for one.
    words = (folded(word).replace("\n", "") for word in query.replace("\0", " ").split()[:MOST_WORDS])
    return tuple(dict.fromkeys(word for word in words if word))
