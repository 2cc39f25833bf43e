-- The products that a buyer gave back whole, which are not offered again for a while.
ALTER TABLE "Order" ADD COLUMN "returned" INTEGER[] NOT NULL DEFAULT '{}';

-- Only what was given back lately is ever looked at.
UPDATE "Order" o SET "returned" = ARRAY(
  SELECT DISTINCT p."number" FROM jsonb_array_elements(o."order" -> 'lines') line
  JOIN "Product" p ON p."shopId" = o."shopId" AND p."productId" = line ->> 'productId'
  WHERE NOT p."number" = ANY (o."owned"))
WHERE o."updatedAt" > now() - interval '180 days' AND o."cancelledAt" IS NULL
  AND NOT (o."order" ->> 'isTest')::boolean
  AND (o."netMinor" < o."valueMinor" OR (o."order" ->> 'isFullyRefunded')::boolean);
