"""Numbers that only rise, for an index outside the database: which of two looks at a row was the later one."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("textsearch", "0002_pieces_of_fields")]
    operations = [migrations.RunSQL("CREATE SEQUENCE hall_search_looks", "DROP SEQUENCE hall_search_looks")]
