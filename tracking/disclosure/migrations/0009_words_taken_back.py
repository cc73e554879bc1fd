"""Applicants of what was taken back are told so on their own page, and not that it was withheld."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def tell_taken_back(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    gone = apps.get_model("disclosure", "Disclosure").objects.filter(state="taken_back")
    words = apps.get_model("applications", "PublicWords").objects.filter(
        application__uid__in=gone.values("application_uid")
    )
    words.update(standing="taken_back", public_lines=F("lines"))


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0005_what_became_of_public_words"),
        ("disclosure", "0008_approval_of_changes"),
    ]

    operations = [
        migrations.RunPython(tell_taken_back, migrations.RunPython.noop, elidable=True),
    ]
