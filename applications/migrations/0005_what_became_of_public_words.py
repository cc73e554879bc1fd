"""What has become in public of what the applicant was shown, instead of whether it is published."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def tell_standings(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What was taken back is told by ``disclosure.0009``, which knows it."""
    closed = apps.get_model("applications", "PublicWords").objects.exclude(closed_at=None)
    closed.filter(is_published=True).update(
        standing="published", standing_since=F("closed_at"), public_lines=F("lines")
    )
    closed.filter(is_published=False).update(standing="withheld", standing_since=F("closed_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0004_withheld_decisions"),
    ]

    operations = [
        migrations.AddField(
            model_name="publicwords",
            name="public_lines",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="publicwords",
            name="standing",
            field=models.CharField(
                blank=True,
                choices=[("published", "已公示"), ("taken_back", "已撤下"), ("withheld", "不予公开")],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="publicwords",
            name="standing_since",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(tell_standings, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(
            model_name="publicwords",
            name="is_published",
        ),
    ]
