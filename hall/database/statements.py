"""Statements that every deed runs, written once a process from the model.

Django composes the text of a query anew each time. For a wide row, that costs more than to run it; the columns, their
conversions and the row that comes out are Django's here as well.
"""

from functools import cache
from typing import Any, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)
Names = tuple[str, ...]


def row(
    model: type[Row], where: str, *values: Any, only: Names = (), unread: Names = (), locked: bool = False
) -> Row | None:
    """The one row for which ``where`` holds, ``locked`` until the transaction ends.

    Of its columns it has those named in ``only``, or all but the ``unread``; any other is read when it is asked for.
    """
    found = rows(model, f"{where} FOR UPDATE" if locked else where, *values, only=only, unread=unread)
    return found[0] if found else None


def rows(model: type[Row], where: str, *values: Any, only: Names = (), unread: Names = ()) -> list[Row]:
    """All of them; ``where`` may go on to say in which order."""
    statement, names, conversions = _selection(model, where, only, unread)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        found = [list(each) for each in cursor.fetchall()]
    for place, convert in conversions:
        for each in found:
            each[place] = convert(each[place], None, connection)
    return [model.from_db(connection.alias, names, each) for each in found]


def add(*new: models.Model, once: bool = False) -> None:
    """Insert new rows of one model; a column with a default of the database gets it.

    ``once``: where another row stands under the same key, that one counts and the new one is left out.
    """
    statement, fields, keys = _insertion(type(new[0]), len(new), once)
    values = [field.get_db_prep_save(field.pre_save(each, True), connection) for each in new for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        given = [] if once else cursor.fetchall()
    for each, key in zip(new, given, strict=not once):
        each._state.adding, each._state.db = False, connection.alias
        for field, value in zip(keys, key, strict=True):
            setattr(each, field.attname, value)


@cache
def _selection(
    model: type[models.Model], where: str, only: Names, unread: Names
) -> tuple[str, list[str], list[tuple[int, Any]]]:
    wanted = {"id", *only} if only else {one.name for one in model._meta.concrete_fields} - {*unread}
    fields = [one for one in model._meta.concrete_fields if one.name in wanted]
    columns = ", ".join(f'"{one.column}"' for one in fields)
    conversions = [
        (place, convert) for place, one in enumerate(fields) for convert in one.get_db_converters(connection)
    ]
    statement = f'SELECT {columns} FROM "{model._meta.db_table}" WHERE {where}'  # noqa: S608
    return statement, [one.attname for one in fields], conversions


@cache
def _insertion(model: type[models.Model], count: int, once: bool) -> tuple[str, list[Any], list[Any]]:
    written = (one for one in model._meta.local_concrete_fields if not isinstance(one, models.AutoField))
    fields = [one for one in written if not one.has_db_default()]
    columns = ", ".join(f'"{one.column}"' for one in fields)
    places = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * count)
    keys = list(model._meta.pk_fields)
    end = "ON CONFLICT DO NOTHING" if once else f"RETURNING {', '.join(str(one.column) for one in keys)}"
    return f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES {places} {end}', fields, keys  # noqa: S608
