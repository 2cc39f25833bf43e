-- A trace is written with every decision, in the transaction that sends, and hardly ever read; an order is written with
-- each of its changes. The default compression is the dear part of that. LZ4 is not, but not every server has it.
CREATE FUNCTION "compress_cheaply"("table_name" text, "column_name" text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET COMPRESSION lz4', "table_name", "column_name");
EXCEPTION WHEN feature_not_supported THEN
  EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET STORAGE EXTERNAL', "table_name", "column_name");
END $$;

SELECT "compress_cheaply"('Decision', 'gates'), "compress_cheaply"('Decision', 'candidates'),
  "compress_cheaply"('Order', 'order');

DROP FUNCTION "compress_cheaply"(text, text);
