"""The function of an index beside that of ``hall_pieces``, for what must be as quick when there are ten times the rows.

GIN reads the whole list of each piece that it is asked for, and a list grows with the table. So the pieces here are
rare: every five neighbouring Latin letters or digits where digits are among them or beside them, as in numbers and
codes; every four neighbouring letters, for the initials of names; and of the values to filter by, the year of the day
behind them, each alone and every two together. A pair of values holds a comma before its colon: 1,3:500103:valid.
"""

from django.db import migrations

CREATE = """
CREATE FUNCTION hall_long_pieces(folded text, day date, VARIADIC filters text[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $body$
DECLARE
    run text;
    pieces text[] := '{}';
BEGIN
    FOREACH run IN ARRAY pg_catalog.regexp_split_to_array(folded, '[^0-9a-z]+') LOOP
        IF run ~ '[0-9]' THEN
            FOR place IN 1 .. pg_catalog.length(run) - 4 LOOP
                pieces := pieces || pg_catalog.substr(run, place, 5);
            END LOOP;
        END IF;
    END LOOP;
    FOREACH run IN ARRAY pg_catalog.regexp_split_to_array(folded, '[^a-z]+') LOOP
        FOR place IN 1 .. pg_catalog.length(run) - 3 LOOP
            pieces := pieces || pg_catalog.substr(run, place, 4);
        END LOOP;
    END LOOP;
    filters := filters || pg_catalog.date_part('year', day)::text;
    FOR place IN 1 .. pg_catalog.cardinality(filters) LOOP
        filters[place] := pg_catalog."left"(filters[place], 100);
        pieces := pieces || (place || ':' || filters[place]);
        FOR before IN 1 .. place - 1 LOOP
            pieces := pieces || (before || ',' || place || ':' || filters[before] || ':' || filters[place]);
        END LOOP;
    END LOOP;
    RETURN pieces;
END
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("textsearch", "0003_order_of_looks")]
    operations = [migrations.RunSQL(CREATE, "DROP FUNCTION hall_long_pieces(text, date, text[])")]
