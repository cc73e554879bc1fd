"""The two functions that indexes stand on.

Each holds its whole body: while a dump is restored no schema is on the search path, and one function would not
find the other. The costs are what they are beside a simple operator (15 and 40 microseconds for 70 characters), so
that the planner asks the index and not every row. Immutable means that a change of the body needs a REINDEX: make a
new function instead.
"""

from django.db import migrations

DROPPED = (
    r"[\u0001-\u0009\u000B-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF"
    r"\u1680\u2000-\u206F\u3000-\u3004\u3008-\u3020\u3030\uFEFF]"
)
# translate() instead of lower(): the same in every locale.
SQUEEZED = f"""
    pg_catalog.regexp_replace(
        pg_catalog.translate(
            pg_catalog.normalize($1, 'NFKC'),
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'
        ), '{DROPPED}', '', 'g'
    )
"""
CREATE = f"""
CREATE FUNCTION hall_squeezed(text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 500 AS $body$
BEGIN
    RETURN {SQUEEZED};
END
$body$;

CREATE FUNCTION hall_bigrams(text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 2000 AS $body$
DECLARE
    letters text[] := pg_catalog.string_to_array({SQUEEZED}, NULL);
    pieces text[] := '{{}}';
BEGIN
    FOR place IN 1 .. COALESCE(pg_catalog.cardinality(letters), 0) - 1 LOOP
        IF letters[place] <> E'\\n' AND letters[place + 1] <> E'\\n' THEN
            pieces := pieces || (letters[place] || letters[place + 1]);
        END IF;
    END LOOP;
    RETURN pieces;
END
$body$;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.RunSQL(CREATE, "DROP FUNCTION hall_bigrams(text); DROP FUNCTION hall_squeezed(text)")
    ]
