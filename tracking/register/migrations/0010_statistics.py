"""The pieces have an index of their own anew: until the table is looked at, nothing is known of how often each stands."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("register", "0009_pieces_by_bytes")]
    operations = [migrations.RunSQL("ANALYZE register_record", migrations.RunSQL.noop)]
