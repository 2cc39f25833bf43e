-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "isOfBothArms" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Outcome" (
    "shopId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "horizonDays" INTEGER NOT NULL,
    "arm" TEXT NOT NULL,
    "period" INTEGER NOT NULL,
    "segments" TEXT[],
    "enrolledAt" TIMESTAMPTZ(3) NOT NULL,
    "laterOrders" INTEGER NOT NULL,
    "laterRevenueMinor" BIGINT NOT NULL,
    "occasions" INTEGER NOT NULL,
    "occasionRevenueMinor" BIGINT NOT NULL,
    "isOfferBought" BOOLEAN,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("shopId","personId","horizonDays")
);

-- CreateTable
CREATE TABLE "OutcomeDay" (
    "shopId" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "horizonDays" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "period" INTEGER NOT NULL,
    "arm" TEXT NOT NULL,
    "customers" INTEGER NOT NULL,
    "buyers" INTEGER NOT NULL,
    "offered" INTEGER NOT NULL,
    "boughtOffer" INTEGER NOT NULL,
    "laterY" DECIMAL(40,0) NOT NULL,
    "laterX" DECIMAL(40,0) NOT NULL,
    "laterYY" DECIMAL(40,0) NOT NULL,
    "laterXX" DECIMAL(40,0) NOT NULL,
    "laterXY" DECIMAL(40,0) NOT NULL,
    "occasionsY" DECIMAL(40,0) NOT NULL,
    "occasionsX" DECIMAL(40,0) NOT NULL,
    "occasionsYY" DECIMAL(40,0) NOT NULL,
    "occasionsXX" DECIMAL(40,0) NOT NULL,
    "occasionsXY" DECIMAL(40,0) NOT NULL,

    CONSTRAINT "OutcomeDay_pkey" PRIMARY KEY ("shopId","segment","horizonDays","day","period","arm")
);

-- CreateTable
CREATE TABLE "OutcomeDue" (
    "shopId" TEXT NOT NULL,
    "dueId" BIGSERIAL NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "OutcomeDue_pkey" PRIMARY KEY ("shopId","dueId")
);

-- CreateIndex
CREATE INDEX "Outcome_shopId_horizonDays_enrolledAt_idx" ON "Outcome"("shopId", "horizonDays", "enrolledAt");



-- What Prisma's schema language cannot say.

-- The dearest one in a hundred buyers are read for the cap of the revenue, without the rest and without the table.
CREATE INDEX "Outcome_dearest_idx" ON "Outcome" ("shopId", "laterRevenueMinor" DESC)
  INCLUDE ("enrolledAt", "arm", "period", "laterOrders") WHERE "horizonDays" = 90 AND "laterOrders" > 0;

-- The wall between shops, as for every table of a shop.
GRANT SELECT, INSERT, UPDATE, DELETE ON "Outcome", "OutcomeDay", "OutcomeDue" TO encore_shop;
GRANT USAGE ON SEQUENCE "OutcomeDue_dueId_seq" TO encore_shop;

ALTER TABLE "Outcome" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "Outcome" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
ALTER TABLE "OutcomeDay" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "OutcomeDay" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
ALTER TABLE "OutcomeDue" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "OutcomeDue" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

-- Whatever changes an order, an enrolment or a sending, in whichever statement, names whose outcome is to be kept anew.
-- A list without a unique key, so that no transaction waits for another's.
CREATE FUNCTION "note_new_outcomes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "OutcomeDue" ("shopId", "personId")
  SELECT DISTINCT c."shopId", c."personId" FROM changed c
  JOIN "Person" p ON p."shopId" = c."shopId" AND p."personId" = c."personId" AND p.arm IS NOT NULL;
  RETURN NULL;
END $$;

-- Somebody who was merged or erased has no row any more, but an outcome that has to go.
CREATE FUNCTION "note_changed_outcomes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "OutcomeDue" ("shopId", "personId")
  SELECT w."shopId", w."personId"
  FROM (SELECT "shopId", "personId" FROM was UNION SELECT "shopId", "personId" FROM changed) w
  WHERE EXISTS (SELECT FROM "Person" p
      WHERE p."shopId" = w."shopId" AND p."personId" = w."personId" AND p.arm IS NOT NULL)
    OR EXISTS (SELECT FROM "Outcome" o WHERE o."shopId" = w."shopId" AND o."personId" = w."personId");
  RETURN NULL;
END $$;

CREATE FUNCTION "note_outcome"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "OutcomeDue" ("shopId", "personId") VALUES (NEW."shopId", NEW."personId");
  RETURN NULL;
END $$;

CREATE TRIGGER "new_outcomes" AFTER INSERT ON "Order" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_new_outcomes"();
CREATE TRIGGER "changed_outcomes" AFTER UPDATE ON "Order" REFERENCING OLD TABLE AS was NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_changed_outcomes"();
CREATE TRIGGER "new_outcomes" AFTER INSERT ON "Enrolment" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_new_outcomes"();
CREATE TRIGGER "changed_outcomes" AFTER UPDATE OF "personId" ON "Enrolment"
  FOR EACH ROW WHEN (OLD."personId" IS DISTINCT FROM NEW."personId") EXECUTE FUNCTION "note_outcome"();
CREATE TRIGGER "offer" AFTER UPDATE OF "sentAt" ON "Touch"
  FOR EACH ROW WHEN (OLD."sentAt" IS DISTINCT FROM NEW."sentAt") EXECUTE FUNCTION "note_outcome"();

-- Shops that have been running keep their experiment.
INSERT INTO "OutcomeDue" ("shopId", "personId") SELECT "shopId", "personId" FROM "Person" WHERE arm IS NOT NULL;
