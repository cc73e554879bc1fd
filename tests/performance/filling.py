"""Volume: one case made by the real deeds is copied row by row inside PostgreSQL, so that 100,000 take seconds."""

from django.db import connection, models


def copy_rows(model: type[models.Model], template: models.Model, count: int, changes: dict[str, str]) -> None:
    """Insert ``count`` copies of a row; ``changes`` gives SQL for columns that differ, with ``n`` as the number."""
    fields = [f.column for f in model._meta.local_concrete_fields if not f.primary_key]
    values = [changes.get(str(column), f't."{column}"') for column in fields]
    columns = ", ".join(f'"{column}"' for column in fields)
    table = model._meta.db_table
    run(
        f'INSERT INTO "{table}" ({columns}) SELECT {", ".join(values)} '
        f'FROM "{table}" t, generate_series(1, {count:d}) n WHERE t."{model._meta.pk.column}" = {template.pk:d}'
    )


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
