from django.db import migrations

FORWARD = """
CREATE FUNCTION catalogue_published_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.published_at IS NULL THEN
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a published item version is never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (OLD.uid, OLD.item_id, OLD.number, OLD.content, OLD.sm3, OLD.published_at, OLD.published_by, OLD.effective_from)
       IS DISTINCT FROM
       (NEW.uid, NEW.item_id, NEW.number, NEW.content, NEW.sm3, NEW.published_at, NEW.published_by, NEW.effective_from)
       OR NEW.state = 'draft' OR (OLD.state = 'retired' AND NEW.state <> 'retired') THEN
        RAISE EXCEPTION 'a published item version never changes' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER catalogue_published_never_changes BEFORE UPDATE OR DELETE ON catalogue_itemversion
    FOR EACH ROW EXECUTE FUNCTION catalogue_published_never_changes();
"""
BACKWARD = """
DROP TRIGGER catalogue_published_never_changes ON catalogue_itemversion;
DROP FUNCTION catalogue_published_never_changes();
"""


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
