"""Standings told so far named decisions that are not public: from now on, and also in what was told, none does."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_DECISIONS = ("D-11", "D-12", "D-24", "D-25")


def leave_out(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    decisions = apps.get_model("applications", "Paper").objects.filter(kind__in=_DECISIONS)
    public = apps.get_model("disclosure", "Disclosure").objects.exclude(record_uid=None)
    told = apps.get_model("register", "RecordStanding").objects.filter(basis__in=decisions.values("number"))
    told.exclude(basis__in=public.values("document_number")).update(basis="")


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0005_what_became_of_public_words"),
        ("disclosure", "0009_words_taken_back"),
        ("register", "0008_after_publication"),
    ]

    operations = [
        migrations.RunPython(leave_out, migrations.RunPython.noop, elidable=True),
    ]
