from django.db import migrations

# 行政许可法 Art. 24: whoever is entrusted may not entrust further, and one item has one entrusted agency at a time.
FORWARD = """
CREATE FUNCTION organisations_no_sub_entrustment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Two at once wait for each other, so that neither overlooks the other.
    PERFORM pg_advisory_xact_lock(hashtext('entrustment'), hashtext(NEW.item_code));
    IF EXISTS (
        SELECT 1 FROM organisations_entrustment other
        WHERE other.id <> NEW.id AND other.item_code = NEW.item_code
          AND daterange(other.valid_from, other.valid_to, '[]') && daterange(NEW.valid_from, NEW.valid_to, '[]')
          AND (other.entrusted_id = NEW.entrusting_id OR other.entrusting_id IN (NEW.entrusted_id, NEW.entrusting_id))
    ) THEN
        RAISE EXCEPTION 'an entrusted agency never entrusts further, nor an item twice'
            USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER organisations_no_sub_entrustment BEFORE INSERT OR UPDATE ON organisations_entrustment
    FOR EACH ROW EXECUTE FUNCTION organisations_no_sub_entrustment();
"""
BACKWARD = """
DROP TRIGGER organisations_no_sub_entrustment ON organisations_entrustment;
DROP FUNCTION organisations_no_sub_entrustment();
"""


class Migration(migrations.Migration):
    dependencies = [("organisations", "0002_entrustments")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
