"""How much one address may ask of the register: what costs more to find takes more of the same allowance.

Counted across all processes, for pages, suggestions and the API together. Lists without words, and single records, are
free: they are read from an index in order.
"""

from hall.throttling.spending import spend
from tracking.register.queries import Wanted
from tracking.register.searching import words_of

# For whole offices behind one address; a program that walks through all words is told to wait, and to take the bulk.
ALLOWED, QUARTER = 3000, 900


def ask(wanted: Wanted, address: str) -> None:
    """Raises TooMany when this address has asked for more than its share."""
    cost = cost_of(wanted)
    if cost:
        spend("register.questions", address, limit=ALLOWED, period=QUARTER, cost=cost)


def cost_of(wanted: Wanted) -> int:
    """One for each word or part of a department's name, three times in content and twice when the best come first."""
    words = len(words_of(wanted.query)) + bool(wanted.department)
    return words * (3 if wanted.in_content else 1) * (2 if wanted.best_first else 1)
