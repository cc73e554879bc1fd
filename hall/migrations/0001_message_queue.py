"""The embedded broker's tables: PGMQ as plain SQL, which its Python package ships; no extension to install."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from pgmq.install import get_embedded_install_sql


def install(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    editor.execute(get_embedded_install_sql(), params=None)


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [
        migrations.RunPython(install, migrations.RunPython.noop, elidable=False),
    ]
