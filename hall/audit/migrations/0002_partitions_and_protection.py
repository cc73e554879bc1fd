"""The trail as it must be from its first row: partitioned by month, and never changed but by the sealer."""

from django.db import migrations

from hall.audit import partitions

PARTITION = """
CREATE TABLE audit_entry_whole (LIKE audit_entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS)
    PARTITION BY RANGE (at);
DROP TABLE audit_entry;
ALTER TABLE audit_entry_whole RENAME TO audit_entry;
ALTER TABLE audit_entry ADD PRIMARY KEY (at, id);
CREATE INDEX audit_unsealed ON audit_entry (hall_code, id) WHERE sealed_at IS NULL;
CREATE INDEX audit_of_subject ON audit_entry (subject_uid, at);
CREATE TABLE audit_entry_other PARTITION OF audit_entry DEFAULT;
"""

# A row may be sealed once; nothing else of it may ever change, and no row may go.
PROTECT = """
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.sealed_at IS NULL
       AND (NEW.at, NEW.id, NEW.hall_code, NEW.action, NEW.actor_name)
         = (OLD.at, OLD.id, OLD.hall_code, OLD.action, OLD.actor_name)
       AND NEW.actor_uid IS NOT DISTINCT FROM OLD.actor_uid
       AND NEW.subject_uid IS NOT DISTINCT FROM OLD.subject_uid
       AND NEW.shown = OLD.shown AND NEW.changes = OLD.changes
       AND NEW.address IS NOT DISTINCT FROM OLD.address THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'audit entries are append-only';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
"""


def prepare_the_first_months(apps, schema_editor):
    partitions.prepare()


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(PARTITION, migrations.RunSQL.noop),
        migrations.RunPython(prepare_the_first_months, migrations.RunPython.noop),
        migrations.RunSQL(PROTECT, "DROP TRIGGER audit_append_only ON audit_entry"),
    ]
