"""Statements that every deed runs, written once a process from the model.

Django composes the text of a query anew each time. For a wide row, that costs more than to run it; the columns, their
conversions and the row that comes out are Django's here as well.
"""

from functools import cache
from typing import Any, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)


def row(
    model: type[Row], where: str, *values: Any, unread: tuple[str, ...] = (), locked: bool = False
) -> Row | None:
    """The one row for which ``where`` holds, ``locked`` until the transaction ends, without the columns ``unread``."""
    found = list(model._base_manager.raw(_selection(model, where, unread, locked), values))
    return found[0] if found else None


def add(new: models.Model, *, once: bool = False) -> None:
    """Insert a row of a journal, which is only ever added to; a column with a default of the database gets it.

    ``once``: where another row stands under the same key, that one counts and this one is left out.
    """
    statement, fields = _insertion(type(new), once)
    with connection.cursor() as cursor:
        cursor.execute(statement, [one.get_db_prep_save(one.pre_save(new, True), connection) for one in fields])
        new._state.adding = False
        for field, value in zip(new._meta.pk_fields, cursor.fetchone() or (), strict=False):
            setattr(new, field.attname, value)


@cache
def _selection(model: type[models.Model], where: str, unread: tuple[str, ...], locked: bool) -> str:
    columns = ", ".join(f'"{one.column}"' for one in model._meta.concrete_fields if one.name not in unread)
    return f'SELECT {columns} FROM "{model._meta.db_table}" WHERE {where}{" FOR UPDATE" if locked else ""}'  # noqa: S608


@cache
def _insertion(model: type[models.Model], once: bool) -> tuple[str, list[Any]]:
    written = (one for one in model._meta.local_concrete_fields if not isinstance(one, models.AutoField))
    fields = [one for one in written if not one.has_db_default()]
    columns = ", ".join(f'"{one.column}"' for one in fields)
    places = ", ".join("%s" for _one in fields)
    twice = " ON CONFLICT DO NOTHING" if once else ""
    keys = ", ".join(f'"{one.column}"' for one in model._meta.pk_fields)
    table = model._meta.db_table
    return f'INSERT INTO "{table}" ({columns}) VALUES ({places}){twice} RETURNING {keys}', fields  # noqa: S608
