"""``manage.py migrate``, Django's own in a third of the time.

After each operation Django renders anew all models that are related to the changed one, which in a knot of a hundred
are nearly all. What is only added needs none of it in between: a row of such operations is rendered once.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db.migrations import AddConstraint, AddField, AddIndex, CreateModel, Migration
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

# Tables of one row, or what tables of before are given; never both, since a table is made with all that its model has.
_KINDS: tuple[tuple[type[Operation], ...], ...] = ((CreateModel,), (AddField, AddIndex, AddConstraint))


class Command(Migrate):
    def handle(self, *args: Any, **options: Any) -> None:
        # Whether the tables are there already is seen from the single operations.
        self._looks_first: bool = options["fake_initial"]
        super().handle(*args, **options)

    def migration_progress_callback(
        self, action: str, migration: Migration | None = None, fake: bool = False
    ) -> None:
        if action == "apply_start" and migration is not None and not self._looks_first:
            vars(migration)["operations"] = in_rows(migration.operations)
        super().migration_progress_callback(action, migration, fake)


def in_rows(operations: Iterable[Operation]) -> list[Operation]:
    """The same operations in the same order, those that may share one rendering put together."""
    rows: list[Operation] = []
    for kind, found in groupby(operations, _kind):
        row = list(found)
        rows += row if kind is None or len(row) == 1 else [Row(row)]
    return rows


def _kind(operation: Operation) -> int | None:
    """Only the very class: one derived from it may do more than add."""
    return next((number for number, kinds in enumerate(_KINDS) if type(operation) in kinds), None)


class Row(Operation):
    """Operations none of which reads what another one changes in the models; the database is changed one by one."""

    def __init__(self, operations: Sequence[Any]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        rendered = state.__dict__.pop("apps", None)
        for each in self.operations:
            each.state_forwards(app_label, state)
        if rendered is not None:
            state.__dict__["apps"] = rendered
            state.reload_models([(app_label, _model(each)) for each in self.operations], delay=False)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for each in self.operations:
            each.database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return "; ".join(each.describe() for each in self.operations)


def _model(operation: Any) -> str:
    return str(operation.name_lower if isinstance(operation, CreateModel) else operation.model_name_lower)
