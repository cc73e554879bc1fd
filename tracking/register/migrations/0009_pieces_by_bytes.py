"""The search indexes anew: pieces compared byte by byte, and no list of pending ones."""

import django.contrib.postgres.indexes
import django.db.models.functions.comparison
from django.db import migrations

import hall.textsearch.functions

FILTERS = ("hall_code", "kind", "status", "issuer_name", "item_name")
INDEXES = {"record_pieces": "search_text", "record_content_pieces": "content_text"}
# The planner and the search itself know from these statistics which pieces are common: 10,000 of them.
KNOW_MORE = "; ".join(f"ALTER INDEX {name} ALTER COLUMN 1 SET STATISTICS 1000" for name in INDEXES)


def index(name, column):
    pieces = hall.textsearch.functions.FieldPieces(column, *FILTERS)
    return django.contrib.postgres.indexes.GinIndex(
        django.db.models.functions.comparison.Collate(pieces, "C"), name=name, fastupdate=False
    )


class Migration(migrations.Migration):

    dependencies = [('register', '0008_after_publication')]

    operations = [
        *(migrations.RemoveIndex(model_name='record', name=name) for name in INDEXES),
        *(migrations.AddIndex(model_name='record', index=index(name, column)) for name, column in INDEXES.items()),
        migrations.RunSQL(KNOW_MORE, migrations.RunSQL.noop),
    ]
