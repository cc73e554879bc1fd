"""Which of two looks at a row was the later one, for an index outside the database: letters may overtake each other."""

from django.db import connection


def next_version() -> int:
    """A number that only rises, drawn before rows are read.

    A change is carried after it was committed, so that whoever draws a higher number than that carrier has seen the
    change as well: the highest number always stands for the rows as they are.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('hall_search_looks')")
        return int(cursor.fetchone()[0])
