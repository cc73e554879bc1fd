"""Which of two looks at a row was the later one, for an index outside the database: letters may overtake each other."""

from django.db import connection, transaction

_LOCK = 8_151_623_042
# The sequence stands where the clock stands, unless it stood further already. A change of a sequence is undone by no
# rollback and waits for nobody, hence the lock.
_OUTRUN = """
SELECT setval('hall_search_looks', (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)
FROM hall_search_looks WHERE last_value < extract(epoch FROM clock_timestamp()) * 1000000
"""


def next_version() -> int:
    """A number that only rises, drawn before rows are read.

    A change is carried after it was committed, so that whoever draws a higher number than that carrier has seen the
    change as well: the highest number always stands for the rows as they are.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('hall_search_looks')")
        return int(cursor.fetchone()[0])


@transaction.atomic
def outrun() -> None:
    """Raise the numbers above all that were ever drawn, also in a database that was restored from an older dump.

    They follow the clock in microseconds from here: nobody draws a million of them a second.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        cursor.execute(_OUTRUN)
