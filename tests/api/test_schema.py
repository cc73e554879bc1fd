"""The published description of the API is the committed one; a change of either shows in review."""

from pathlib import Path

import yaml
from django.conf import settings
from django.core.management import call_command

COMMITTED = Path(settings.BASE_DIR) / "docs" / "api-schema.yaml"


def test_the_committed_schema_is_what_the_code_says(tmp_path: Path) -> None:
    """After a wanted change: manage.py spectacular --file docs/api-schema.yaml"""
    generated = tmp_path / "schema.yaml"
    call_command("spectacular", "--fail-on-warn", "--validate", "--file", str(generated))
    assert generated.read_text() == COMMITTED.read_text()


def test_every_operation_says_how_it_refuses() -> None:
    schema = yaml.safe_load(COMMITTED.read_text())
    operations = [one for path in schema["paths"].values() for one in path.values()]
    assert len(operations) > 12
    for operation in operations:
        assert "application/problem+json" in operation["responses"]["default"]["content"]


def test_every_operation_is_explained() -> None:
    schema = yaml.safe_load(COMMITTED.read_text())
    for path, methods in schema["paths"].items():
        assert all(one.get("description") for one in methods.values()), path
