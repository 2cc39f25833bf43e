-- Traces and orders are written once for every decision and hardly ever read: the default compression cost a tenth of
-- all that a busy shop's work costs. LZ4 is cheap enough, but not every server was built with it.
CREATE FUNCTION "compress_cheaply"("table_name" text, "column_name" text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET COMPRESSION lz4', "table_name", "column_name");
EXCEPTION WHEN feature_not_supported THEN
  EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET STORAGE EXTERNAL', "table_name", "column_name");
END $$;

SELECT "compress_cheaply"('Decision', 'gates'), "compress_cheaply"('Decision', 'candidates'),
  "compress_cheaply"('Order', 'order');

DROP FUNCTION "compress_cheaply"(text, text);
