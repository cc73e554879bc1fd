"""Django's ``migrate`` with fewer renderings: the same operations in the same order, the same tables in the end."""

from typing import Any

import pytest
from django.core.management import call_command, get_commands
from django.core.management.commands.migrate import Command as Migrate
from django.db import connection, models
from django.db.migrations import AddConstraint, AddField, AddIndex, CreateModel, Migration, RemoveField, RunSQL
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState

from hall.management.commands.migrate import Command, Row, in_rows


def operations() -> list[Operation]:
    return [
        CreateModel("Case", [("id", models.BigAutoField(primary_key=True))]),
        CreateModel("Paper", [("id", models.BigAutoField(primary_key=True))]),
        AddField("Paper", "case", models.ForeignKey("trial.Case", models.PROTECT)),
        AddField("Paper", "number", models.CharField(max_length=20, default="")),
        AddIndex("Paper", models.Index(fields=["number"], name="trial_by_number")),
        AddConstraint("Paper", models.UniqueConstraint(fields=["case", "number"], name="trial_once")),
        RunSQL("COMMENT ON TABLE trial_paper IS 'made'"),
        AddField("Case", "last", models.ForeignKey("trial.Paper", models.PROTECT, null=True)),
        RemoveField("Paper", "number"),
    ]


def applied(given: list[Operation]) -> Any:
    migration = type("Trial", (Migration,), {"operations": given})("0001_trial", "trial")
    state = ProjectState()
    assert state.apps, "rendered before the first operation, as migrate does it"
    with connection.schema_editor() as editor:
        return migration.apply(state, editor)


def built() -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE conrelid::regclass::text LIKE 'trial_%' UNION ALL"
            " SELECT tablename, indexname, indexdef FROM pg_indexes WHERE tablename LIKE 'trial_%' UNION ALL"
            " SELECT table_name, column_name, data_type || is_nullable FROM information_schema.columns"
            " WHERE table_name LIKE 'trial_%' ORDER BY 1, 2, 3"
        )
        return list(cursor.fetchall())


def dropped() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE trial_case, trial_paper CASCADE")


def test_it_is_the_migrate_that_runs():
    assert get_commands()["migrate"] == "hall"


def test_a_table_is_never_made_together_with_what_is_added_to_it():
    told = [[type(one).__name__ for one in getattr(each, "operations", [each])] for each in in_rows(operations())]
    assert told == [
        ["CreateModel", "CreateModel"],
        ["AddField", "AddField", "AddIndex", "AddConstraint"],
        ["RunSQL"],
        ["AddField"],
        ["RemoveField"],
    ]


def test_what_does_more_than_add_stays_alone():
    class AddOddly(AddField):
        pass

    odd = AddOddly("Paper", "more", models.IntegerField(null=True))
    plain = AddField("Paper", "number", models.IntegerField(null=True))
    assert in_rows([plain, odd, plain]) == [plain, odd, plain]


@pytest.mark.parametrize(("looks", "kinds"), [(True, {AddField}), (False, {Row})])
def test_where_tables_may_be_there_already_each_operation_is_compared(
    monkeypatch: pytest.MonkeyPatch, looks: bool, kinds: set[type]
):
    monkeypatch.setattr(Migrate, "handle", lambda *args, **options: None)
    command = Command()
    call_command(command, fake_initial=looks)
    command.verbosity = 0
    migration = type("Trial", (Migration,), {"operations": operations()[2:4]})("0001_trial", "trial")
    command.migration_progress_callback("apply_start", migration)
    assert {type(each) for each in migration.operations} == kinds


@pytest.mark.django_db
def test_tables_and_models_are_those_of_one_operation_at_a_time():
    alone = applied(operations())
    expected = built()
    dropped()

    together = applied(in_rows(operations()))

    assert built() == expected
    assert any("trial_case" in str(row) for row in expected)
    assert together == alone
    case, paper = (together.apps.get_model("trial", name) for name in ("Case", "Paper"))
    assert paper._meta.get_field("case").related_model is case
    assert case._meta.get_field("last").related_model is paper


@pytest.mark.django_db
def test_a_row_is_rendered_once(monkeypatch: pytest.MonkeyPatch):
    rendered: list[str] = []
    usual = ModelState.render

    def render(self: ModelState, apps: Any) -> Any:
        rendered.append(self.name)
        return usual(self, apps)

    monkeypatch.setattr(ModelState, "render", render)
    row = in_rows(operations())[:2]
    assert all(isinstance(each, Row) for each in row)
    applied(row)
    assert sorted(rendered) == ["Case", "Case", "Paper", "Paper"]
