-- Beside which of the order's products a touch made its offer, so that a pairing's own results can be counted.
ALTER TABLE "Touch" ADD COLUMN "anchorProductId" TEXT;

UPDATE "Touch" t SET "anchorProductId" = d."candidates" -> 'best' -> 0 ->> 'anchorProductId'
FROM "Decision" d
WHERE d."shopId" = t."shopId" AND d."touchId" = t."touchId" AND d."chosenProductId" = t."productId"
  AND d."verdict" = 'send' AND t."state" = 'accepted' AND t."sentAt" > now() - interval '90 days'
  AND d."candidates" -> 'best' -> 0 ->> 'productId' = t."productId";

CREATE INDEX "Touch_pairing_idx" ON "Touch" ("shopId", "productId", "anchorProductId", "sentAt") WHERE "state" = 'accepted';
CREATE INDEX "Credit_shopId_touchId_idx" ON "Credit" ("shopId", "touchId");
