ALTER TABLE "PairingRow" ADD COLUMN "scores" INTEGER[];

-- Until the next mining the pairings that are there rank by their confidence.
UPDATE "PairingRow" SET "scores" = ARRAY(
  SELECT round(1000000 * s.common::float8 / greatest("buyers", 1))::int
  FROM unnest("support") WITH ORDINALITY AS s(common, place) ORDER BY s.place);

-- Like its neighbours: written every night, small numbers.
ALTER TABLE "PairingRow" ALTER COLUMN "scores" SET STORAGE EXTERNAL;
