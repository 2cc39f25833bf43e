-- Every touch that was clicked before an order is kept, so that any model can share the order out; what it is worth is read
-- from the order, net of what has been given back since.
ALTER TABLE "Credit" ADD COLUMN "clickedAt" TIMESTAMPTZ(3), ADD COLUMN "isLast" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "Credit" DROP CONSTRAINT "Credit_pkey";
ALTER TABLE "Credit" ADD CONSTRAINT "Credit_pkey" PRIMARY KEY ("shopId", "orderId", "touchId");

-- The clicks before the orders that had a credit of their last touch alone. A credit whose click is not known any more
-- stays the last, at the moment of the order.
INSERT INTO "Credit" AS kept ("shopId", "orderId", "touchId", "amountMinor", "clickedAt", "isLast")
SELECT c."shopId", c."orderId", t."touchId", 0, max(v."at"), false
FROM "Credit" c
JOIN "Order" o ON o."shopId" = c."shopId" AND o."orderId" = c."orderId"
JOIN "Touch" t ON t."shopId" = c."shopId" AND t."personId" = o."personId" AND t."orderId" <> o."orderId"
JOIN "EmailEvent" v ON v."shopId" = c."shopId" AND v."touchId" = t."touchId" AND v."kind" = 'click' AND NOT v."isMachine"
WHERE v."at" <= coalesce(o."confirmedAt", o."createdAt")
  AND v."at" > coalesce(o."confirmedAt", o."createdAt") - interval '5 days'
GROUP BY c."shopId", c."orderId", t."touchId"
ON CONFLICT ("shopId", "orderId", "touchId") DO UPDATE SET "clickedAt" = excluded."clickedAt";
UPDATE "Credit" c SET "clickedAt" = coalesce(o."confirmedAt", o."createdAt")
FROM "Order" o
WHERE c."clickedAt" IS NULL AND o."shopId" = c."shopId" AND o."orderId" = c."orderId";

DELETE FROM "Credit" WHERE "clickedAt" IS NULL;
-- What nobody sent can have touched nothing.
DELETE FROM "Credit" c USING "Touch" t, "Enrolment" e
WHERE t."shopId" = c."shopId" AND t."touchId" = c."touchId"
  AND e."shopId" = c."shopId" AND e."enrolmentId" = t."enrolmentId" AND e."arm" = 'holdout';
ALTER TABLE "Credit" ALTER COLUMN "clickedAt" SET NOT NULL, ALTER COLUMN "isLast" DROP DEFAULT, DROP COLUMN "amountMinor";
