import django.contrib.postgres.indexes
from django.db import migrations, models

import hall.textsearch.functions
from hall.textsearch import folded, initials, searchable

FILTERS = ("hall_code", "kind", "status", "issuer_name", "item_name")
FIELDS = ("grantee", "grantee_code", "item_name", "issuer_name", "document_number", "licence_number", "index_number")


def fill(apps, schema_editor):
    """Write what is searched anew, as this and later versions do, a thousand rows at a time."""
    records = apps.get_model("register", "Record").objects
    batch = []
    for record in records.iterator(chunk_size=1000):
        letters = [] if record.grantee_is_person else [initials(record.grantee)]
        record.search_text = searchable([getattr(record, name) for name in FIELDS] + letters)
        record.content_text = folded(record.content)
        batch.append(record)
        if len(batch) == 1000:
            records.bulk_update(batch, ["search_text", "content_text"])
            batch.clear()
    records.bulk_update(batch, ["search_text", "content_text"])


# The planner and the search itself know from these statistics which pieces are common: 10,000 of them.
KNOW_MORE = "; ".join(
    f"ALTER INDEX {name} ALTER COLUMN 1 SET STATISTICS 1000" for name in ("record_pieces", "record_content_pieces")
)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0006_same_document'),
        ('textsearch', '0002_pieces_of_fields'),
    ]

    operations = [
        migrations.RemoveIndex(model_name='record', name='record_pieces'),
        migrations.AddField(model_name='record', name='content_text', field=models.TextField(default='')),
        migrations.AlterField(
            model_name='record',
            name='kind',
            field=models.CharField(choices=[('licence', '行政许可'), ('penalty', '行政处罚')], default='licence', max_length=20),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='record',
            index=django.contrib.postgres.indexes.GinIndex(
                hall.textsearch.functions.FieldPieces('search_text', *FILTERS), name='record_pieces'
            ),
        ),
        migrations.AddIndex(
            model_name='record',
            index=django.contrib.postgres.indexes.GinIndex(
                hall.textsearch.functions.FieldPieces('content_text', *FILTERS), name='record_content_pieces'
            ),
        ),
        migrations.RunSQL(KNOW_MORE, migrations.RunSQL.noop),
    ]
