-- Vector tiles of a table of any size for the map, with its filters and class limits taken by the database.
-- For Martin (a function source) or any server that calls the function; docs/scale.md says how. For one table:
-- CALL foshan_thin('parcels'); CALL foshan_publish('parcels'); the source is then `parcels_tile`.
--
-- The table has:
--   geom  geometry(…, 3857), points, lines or areas
--   lod   smallint, the zoom from which a row is shown: drawn by chance (foshan_thin), so that a far view is a fair
--         sample of a size that does not grow with the table
--   and the columns that users filter and colour by.

-- Gives each row of a table its `lod` so that about `at_zoom_9` rows of all are shown at zoom 9, four times as many at
-- each zoom further, all from zoom 16 on; then the index that the tiles are read by.
CREATE OR REPLACE PROCEDURE foshan_thin(of_table regclass, at_zoom_9 bigint DEFAULT 20000) LANGUAGE plpgsql AS $$
DECLARE
  total bigint;
BEGIN
  EXECUTE format('SELECT count(*) FROM %s', of_table) INTO total;
  EXECUTE format('ALTER TABLE %s ADD COLUMN IF NOT EXISTS lod smallint', of_table);
  EXECUTE format(
    'UPDATE %s SET lod = greatest(9, least(16, 9 + ceil(ln(greatest(random() * $1::float8 / $2, 1)) / ln(4))))',
    of_table) USING total, at_zoom_9;
  EXECUTE format('CREATE INDEX ON %s USING gist (lod, geom)', of_table);
  EXECUTE format('ANALYZE %s', of_table);
END $$;

-- One column filter as the map sends it, as a condition; 'true' where the table has no such column.
CREATE OR REPLACE FUNCTION foshan_condition(of_table regclass, filter jsonb) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  col text := filter ->> 'column';
  has boolean := EXISTS (
    SELECT 1 FROM pg_attribute WHERE attrelid = of_table AND attname = filter ->> 'column' AND attnum > 0 AND NOT attisdropped);
  parts text[] := '{}';
  blank text;
BEGIN
  IF NOT has THEN RETURN 'true'; END IF;
  blank := CASE WHEN (filter ->> 'blank')::boolean THEN format(' OR %I IS NULL', col) ELSE '' END;
  CASE filter ->> 'kind'
    WHEN 'number' THEN
      IF filter ->> 'from' IS NOT NULL THEN parts := parts || format('%I >= %L::numeric', col, filter ->> 'from'); END IF;
      IF filter ->> 'to' IS NOT NULL THEN parts := parts || format('%I <= %L::numeric', col, filter ->> 'to'); END IF;
    WHEN 'date' THEN
      -- As text, no finer than both say: 2024 is neither before nor after May 2024.
      IF coalesce(filter ->> 'from', '') <> '' THEN
        parts := parts || format('left(%1$I::text, %2$s) >= left(%3$L, length(%1$I::text))', col, length(filter ->> 'from'), filter ->> 'from');
      END IF;
      IF coalesce(filter ->> 'to', '') <> '' THEN
        parts := parts || format('left(%1$I::text, %2$s) <= left(%3$L, length(%1$I::text))', col, length(filter ->> 'to'), filter ->> 'to');
      END IF;
    WHEN 'category' THEN
      RETURN format('coalesce(%I::text, '''') = ANY (%L::text[])', col,
        ARRAY(SELECT jsonb_array_elements_text(filter -> 'values')));
    WHEN 'text' THEN
      RETURN format('strpos(lower(%I::text), lower(%L)) > 0', col, trim(filter ->> 'text'));
    ELSE RETURN 'true';
  END CASE;
  RETURN CASE WHEN parts = '{}' THEN 'true' ELSE format('(%s%s)', array_to_string(parts, ' AND '), blank) END;
END $$;

-- One tile. `query_params` is what stands behind the `?`: `filter`, a JSON list of column filters, and `breaks`, a JSON
-- object of a column and the limits between its classes.
--
-- A far view is a sample. With a filter it is drawn from sixteen times as many rows, so that what passes is not thinned
-- twice; with `breaks` from four times as many, class by class: each class has the same room, so that the few largest
-- are not lost among the many small.
CREATE OR REPLACE FUNCTION foshan_tile_of(of_table regclass, z integer, x integer, y integer, query_params json)
RETURNS bytea LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  -- Rows of one tile, at most, where they are chosen among more.
  most constant integer := 4000;
  condition text;
  filter jsonb := coalesce(query_params ->> 'filter', '[]')::jsonb;
  breaks jsonb := (query_params ->> 'breaks')::jsonb;
  deeper integer := CASE WHEN filter <> '[]' THEN 2 WHEN breaks IS NOT NULL THEN 1 ELSE 0 END;
  class text := '1';
  classes integer := 1;
  picked text;
  columns text;
  tile bytea;
BEGIN
  SELECT coalesce(string_agg(foshan_condition(of_table, each), ' AND '), 'true') INTO condition
    FROM jsonb_array_elements(filter) AS each;
  SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
    WHERE attrelid = of_table AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('geom', 'lod');
  IF EXISTS (SELECT 1 FROM pg_attribute
    WHERE attrelid = of_table AND attname = breaks ->> 'column' AND attnum > 0 AND NOT attisdropped)
  THEN
    classes := jsonb_array_length(breaks -> 'breaks') + 1;
    class := format('width_bucket(%I::float8, %L::float8[])', breaks ->> 'column',
      ARRAY(SELECT jsonb_array_elements_text(breaks -> 'breaks')));
  END IF;
  picked := format('SELECT %s, geom FROM %s WHERE lod <= $1 AND geom && ST_TileEnvelope($2, $3, $4) AND %s',
    columns || CASE WHEN deeper = 0 THEN '' ELSE ', row_number() OVER (PARTITION BY ' || class || ' ORDER BY lod) AS nth' END,
    of_table, condition);
  IF deeper > 0 THEN
    picked := format('SELECT %s, geom FROM (%s) AS rows WHERE nth <= %s', columns, picked, most / classes);
  END IF;
  EXECUTE format(
    'SELECT ST_AsMVT(t, %L) FROM (SELECT %s, ST_AsMVTGeom(geom, ST_TileEnvelope($2, $3, $4)) AS geom FROM (%s) AS picked) AS t',
    of_table::text, columns, picked) INTO tile USING greatest(z, 9) + deeper, z, x, y;
  RETURN tile;
END $$;

-- Publishes one table as the function source TABLE_tile. The table is never taken from an address: that would let
-- whoever asks read any table of the database.
CREATE OR REPLACE PROCEDURE foshan_publish(of_table regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE OR REPLACE FUNCTION %I(z integer, x integer, y integer, query_params json) RETURNS bytea
       LANGUAGE sql STABLE PARALLEL SAFE AS $f$ SELECT foshan_tile_of(%L::regclass, z, x, y, query_params) $f$',
    of_table::text || '_tile', of_table::text);
END $$;
