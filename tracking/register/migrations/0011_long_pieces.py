"""An index more, built while the register is read and written: two and a half minutes of a processor for a million records.

Searches use it once the table was looked at. A build that was broken off leaves it invalid: drop it and migrate again.
"""

import django.db.models.functions.comparison
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations

import hall.textsearch.functions

NARROWING = ("hall_code", "status", "issuer_name", "item_name")
# The search knows from these statistics which pieces are common: 10,000 of them.
KNOW_MORE = "ALTER INDEX record_long_pieces ALTER COLUMN 1 SET STATISTICS 1000"


class Migration(migrations.Migration):

    atomic = False
    dependencies = [('register', '0010_statistics'), ('textsearch', '0004_long_pieces')]

    operations = [
        AddIndexConcurrently(
            model_name='record',
            index=GinIndex(
                django.db.models.functions.comparison.Collate(
                    hall.textsearch.functions.LongPieces('search_text', 'decided_on', *NARROWING), 'C'
                ),
                name='record_long_pieces',
                fastupdate=False,
            ),
        ),
        migrations.RunSQL(KNOW_MORE, migrations.RunSQL.noop),
        migrations.RunSQL("ANALYZE register_record", migrations.RunSQL.noop),
    ]
