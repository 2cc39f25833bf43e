-- CreateIndex
CREATE INDEX "Order_shopId_currency_idx" ON "Order"("shopId", "currency");



-- What Prisma's schema language cannot say.

-- The few who are of both arms, without a look at everybody.
CREATE INDEX "Person_both_arms_idx" ON "Person" ("shopId") WHERE "isOfBothArms";

-- What counts as money of the shop is what was ordered in its present currency, so that a change of it changes everybody.
CREATE FUNCTION "note_all_outcomes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "OutcomeDue" ("shopId", "personId")
  SELECT p."shopId", p."personId" FROM "Person" p WHERE p."shopId" = NEW."shopId" AND p.arm IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER "changed_currency" AFTER UPDATE OF currency ON "Shop"
  FOR EACH ROW WHEN (OLD.currency IS DISTINCT FROM NEW.currency) EXECUTE FUNCTION "note_all_outcomes"();

-- Shops that changed their currency before this: orders of both were summed up.
INSERT INTO "OutcomeDue" ("shopId", "personId")
SELECT p."shopId", p."personId" FROM "Person" p JOIN "Shop" s ON s."shopId" = p."shopId"
WHERE p.arm IS NOT NULL
  AND EXISTS (SELECT FROM "Order" o WHERE o."shopId" = s."shopId" AND o.currency <> s.currency);
